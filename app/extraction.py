"""What `aidledger extract` prints: one document's records, without a database."""

from typing import Any

from app.facts import Reading
from app.resolve import Package, Part, resolve

UNRESOLVED = ("conflicts", "candidates", "review", "coalition_note_count")  # what one document alone can't have


def extraction(name: str, reading: Reading) -> dict[str, Any]:
    """{id, source, packages, coalition_notes, warnings}: the records that this document alone would make."""
    document = reading.document
    resolution = resolve(reading.mentions, {document.id: document})
    notes = [_note(part, None) for part in resolution.notes]
    notes += [_note(part, index) for index, package in enumerate(resolution.packages) for part in package.notes]
    published = document.published_on
    return {
        "id": name,
        "source": {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "url": document.url,
            "published_on": None if published is None else published.isoformat(),
            "media_type": document.media_type,
            "sha256": document.sha256,
            "length": len(document.text),
        },
        "packages": [_package(package) for package in resolution.packages],
        "coalition_notes": notes,
        "warnings": [*reading.warnings, *resolution.warnings],
    }


def _package(package: Package) -> dict[str, Any]:
    record = {name: value for name, value in package.record.items() if name not in UNRESOLVED}
    return {**record, **package.detail, "line_items": [part.record for part in package.line_items]}


def _note(part: Part, package: int | None) -> dict[str, Any]:
    """A note with the index of its package in the same answer, null where it belongs to none."""
    return {**part.record, "package_index": package}
