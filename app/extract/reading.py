"""A document read to the end: text in, facts with spans out. Pure and deterministic."""

from app.extract.assembly.amounts import assess_amounts
from app.extract.assembly.items import find_items
from app.extract.assembly.notes import find_notes
from app.extract.assembly.packages import find_packages
from app.extract.assembly.statements import add_context
from app.extract.recognise import recognise
from app.facts import Document, Mention, Reading

NO_PACKAGE = "No package is announced in this document."


def extract(document: Document) -> Reading:
    """Everything that one document says of packages, their items and the coalition, each fact with its span.

    Mentions stand in the order packages, items, notes, each in the order of the text. What could not be settled is left
    out and told in `warnings`.
    """
    findings = recognise(document)
    amounts = assess_amounts(findings)
    packages, owners = find_packages(findings, amounts)
    warnings = [*document.warnings, *amounts.warnings, *add_context(findings, amounts, packages)]
    source = document.id
    mentions = [Mention(source, "package", one.anchor, None, tuple(one.claims)) for one in packages]
    parents = [mention.id for mention in mentions]
    notes = find_notes(findings, source, packages, parents)
    items = find_items(findings, amounts, source, packages, parents, owners, notes)
    warnings += [warning for package in packages for warning in package.warnings]
    if not packages:
        warnings.append(NO_PACKAGE)
    return Reading(document, (*mentions, *items, *notes), tuple(warnings), amounts.judged())
