"""Paths of fields in a record: value, statements[0], line_items[1].category."""

from collections.abc import Sequence

from app.facts import Json, canonical


def element_path(field: str, listed: Sequence[Json], value: Json) -> str:
    """The field with the index of the value in its list; an element may hold more than the value says."""
    wanted = canonical(value)
    for index, element in enumerate(listed):
        bare = {name: element.get(name) for name in value} if isinstance(value, dict) else element
        if canonical(bare) == wanted:
            return f"{field}[{index}]"
    return field
