"""An edition as data: for other programs, and as spreadsheets."""
