"""Numbers in front of goods, as items have them."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]

LEAD = "Estonia announced a €7 million package of military aid for Georgia. The package includes "


def only_item(found: Any) -> tuple[object, ...]:
    (item,) = found.items
    return tuple(found.value(item, name) for name in ("quantity", "quantity_qualifier", "unit", "description"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12 mortars", (12, "exact", None, "mortars")),
        ("twelve mortars", (12, "exact", None, "mortars")),
        ("forty-two mortars", (42, "exact", None, "mortars")),
        ("12,000 grenades", (12_000, "exact", None, "grenades")),
        ("12 000 grenades", (12_000, "exact", None, "grenades")),
        ("12\u202f000 grenades", (12_000, "exact", None, "grenades")),
        ("2 thousand grenades", (2000, "exact", None, "grenades")),
        ("1.5 million grenades", (1_500_000, "exact", None, "grenades")),
        ("two hundred grenades", (200, "exact", None, "grenades")),
        ("a dozen mortars", (12, "exact", None, "mortars")),
        ("half a dozen mortars", (6, "exact", None, "mortars")),
        ("a pair of mortars", (2, "exact", None, "mortars")),
        ("a hundred mortars", (100, "exact", None, "mortars")),
        ("up to 12 mortars", (12, "up_to", None, "mortars")),
        ("as many as 12 mortars", (12, "up_to", None, "mortars")),
        ("at least twelve mortars", (12, "more_than", None, "mortars")),
        ("some 12 mortars", (12, "approximately", None, "mortars")),
        ("more than two dozen mortars", (24, "more_than", None, "mortars")),
        ("12 additional mortars", (12, "exact", None, "mortars")),
        ("2,000 rounds of mortar ammunition", (2000, "exact", "rounds", "rounds of mortar ammunition")),
        ("25 sets of body armor", (25, "exact", "sets", "sets of body armor")),
        ("six pairs of binoculars", (6, "exact", "pairs", "pairs of binoculars")),
        ("a mortar", (1, "exact", None, "mortar")),
        ("an ambulance", (1, "exact", None, "ambulance")),
        ("mortars", (None, None, None, "mortars")),
        ("dozens of mortars", (None, None, None, "mortars")),
        ("hundreds of thousands of grenades", (None, None, None, "grenades")),
        ("120 mm mortars", (None, None, None, "120 mm mortars")),
        ("120mm mortars", (None, None, None, "120mm mortars")),
        ("155 rounds", (None, None, None, "155 rounds")),
        ("155 mortars", (155, "exact", None, "mortars")),
        ("1,155 rounds of mortar ammunition", (1155, "exact", "rounds", "rounds of mortar ammunition")),
        ("12 120 mm mortars", (12, "exact", None, "120 mm mortars")),
        ("round mortars", (None, None, None, "round mortars")),
    ],
)
def test_a_number_in_front_of_goods_is_their_quantity(read: ReadText, words: str, expected: tuple[object, ...]) -> None:
    assert only_item(read(f"{LEAD}{words}.")) == expected
