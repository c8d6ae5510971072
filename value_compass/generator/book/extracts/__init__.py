"""What is printed beside the whole book: a part, a role's pack, a workshop's sheet, cards, a worksheet."""
