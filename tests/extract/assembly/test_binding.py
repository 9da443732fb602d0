"""Which of several packages a sentence speaks of: seen by the package that its goods belong to."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]

RECIPIENTS = (
    "Greece announced a €5 million package of weapons for Albania.\n\n"
    "Greece announced a €3 million package of weapons for Malta.\n\n"
)
PROGRAMS = (
    "The United States announced a $9 million package of Foreign Military Financing for Tunisia and "
    "a $4 million package of Excess Defense Articles for Tunisia.\n\n"
)
MEANS = (
    "Greece announced a €5 million package of weapons from its own stocks for Albania.\n\n"
    "Greece announced a €3 million package of weapons from manufacturers for Albania.\n\n"
)
DONORS = (
    "Greece announced a €5 million package of weapons for Albania.\n\n"
    "Croatia announced a €3 million package of weapons for Albania.\n\n"
)


def owners(found: Any) -> list[int]:
    numbers = {one.id: number for number, one in enumerate(found.packages)}
    return [numbers[one.parent] for one in found.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RECIPIENTS + "The first package includes mortars. The second package includes trucks.", [0, 1]),
        (RECIPIENTS + "The second one covers trucks. The first part covers mortars.", [1, 0]),
        (RECIPIENTS + "Albania will get mortars. Malta will get trucks.", [0, 1]),
        (RECIPIENTS + "For Albania the package includes mortars.", [0]),
        (RECIPIENTS + "The €5 million package includes mortars.", [0]),
        (RECIPIENTS + "The package includes mortars.", [1]),
        (DONORS + "Greece will send mortars. Croatia will send trucks.", [0, 1]),
        (DONORS + "The Greek package includes mortars.", [0]),
        (DONORS + "The Greek package includes mortars. It also includes trucks.", [0, 0]),
        (DONORS + "The Greek package includes mortars. These are joined by it, which also includes trucks.", [0, 0]),
        (PROGRAMS + "The package of Foreign Military Financing includes mortars.", [0]),
        (PROGRAMS + "The Excess Defense Articles of the package include trucks.", [1]),
        (MEANS + "The package from Greek stocks includes mortars.", [0]),
        (MEANS + "The package that will be bought from manufacturers includes trucks.", [1]),
    ],
)
def test_a_sentence_speaks_of_the_package_that_it_names(read: ReadText, text: str, expected: list[int]) -> None:
    found = read(text)
    assert len(found.packages) == 2
    assert owners(found) == expected


def test_a_list_belongs_to_the_package_of_its_lead(read: ReadText) -> None:
    found = read(
        DONORS + "The Greek package includes:\n\n- mortars\n- trucks\n\nThe Croatian package includes:\n\n- helmets\n"
    )
    assert owners(found) == [0, 0, 1]


def test_an_ordinal_beyond_the_packages_names_none(read: ReadText) -> None:
    found = read(RECIPIENTS + "The third package includes mortars.")
    assert owners(found) == [1]


def test_first_aid_is_no_place_in_an_order(read: ReadText) -> None:
    found = read(RECIPIENTS + "The package includes first aid kits and mortars.")
    assert set(owners(found)) == {1}


def test_goods_stand_with_the_package_of_their_own_sentence(read: ReadText) -> None:
    found = read(
        "Greece announced a €5 million package of weapons for Albania, which includes mortars. "
        "Greece announced a €3 million package of weapons for Malta, which includes trucks."
    )
    assert owners(found) == [0, 1]


def test_an_authority_holds_no_goods(read: ReadText) -> None:
    found = read(
        "The United States announced a $9 million drawdown of weapons for Tunisia. "
        "It authorized $70 million in drawdown authority for Tunisia, which does not expire in June. "
        "The package includes mortars."
    )
    natures = [found.value(one, "nature") for one in found.packages]
    assert natures == ["tranche", "authority"]
    assert owners(found) == [0]
