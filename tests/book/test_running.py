"""What stands at the head of each page."""

from __future__ import annotations

from generator.book.compose import Spot
from generator.book.running import Place, running_heads

SPOTS = [
    Spot("book:contents", "Contents", None),
    Spot("page:a", "Part A", 0, opening=True),
    Spot("page:kind", "Kind", 0),
    Spot("k/one", "One", 0, entry=True, step=1),
    Spot("k/two", "Two", 0, entry=True, step=2),
    Spot("k/three", "Three", 0, entry=True),
    Spot("page:b", "Part B", 1, opening=True),
    Spot("book:index", "Index", None),
]


def at(**pages: tuple[int, float]) -> dict[str, Place]:
    return {name.replace("__", ":").replace("_", "/"): Place(*place) for name, place in pages.items()}


PLACES = at(
    book__contents=(2, 80), page__a=(3, 200), page__kind=(4, 80),
    k_one=(5, 80), k_two=(6, 300), k_three=(7, 80),
    end__a=(7, 500), page__b=(9, 200), end__b=(9, 700), book__index=(10, 80), end__book=(10, 500),
)  # fmt: skip


def test_heads_name_what_is_on_the_page() -> None:
    heads = running_heads(SPOTS, PLACES)
    assert [head and head["names"] for head in heads] == [
        None,  # the cover
        "Contents",
        None,  # a part's page
        "Kind",
        "One",
        "One \u2013 Two",
        "Three",
        None,  # blank, so that the next part begins on the right
        None,
        "Index",
    ]


def test_heads_know_their_part_and_the_steps_on_the_page() -> None:
    heads = running_heads(SPOTS, PLACES)
    assert [head and head["part"] for head in heads] == [None, None, None, 0, 0, 0, 0, None, None, None]
    assert heads[5] is not None
    assert heads[5]["steps"] == [1, 2]


def test_an_entry_that_goes_on_is_named_until_the_next_one_begins_at_the_top() -> None:
    places = {**PLACES, "k/two": Place(7, 300), "k/three": Place(7, 400)}
    heads = running_heads(SPOTS, places)
    assert [head and head["names"] for head in heads][4:7] == ["One", "One", "One \u2013 Three"]


def test_names_that_are_too_long_for_one_line_leave_the_last_away() -> None:
    long = [spot if spot.label != "k/two" else Spot("k/two", "T" * 90, 0, entry=True) for spot in SPOTS]
    heads = running_heads(long, PLACES)
    assert heads[5] is not None
    assert heads[5]["names"] == "One"
