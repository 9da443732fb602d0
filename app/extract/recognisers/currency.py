"""Which currency a name that several have stands for: "$" in a Canadian text, "kroner" in a Danish one."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from app.extract.recognisers.actors import Actor
from app.extract.recognisers.money import Money
from app.extract.vocabulary import currencies, home_of, shared_currencies
from app.facts import Document

Monies = tuple[tuple[Money, ...], ...]


def settle_currencies(document: Document, monies: Monies, actors: Sequence[Sequence[Actor]]) -> Monies:
    """The amounts with the currencies that the document settles.

    What another amount names in full settles it, then the publisher's home, then the place of a dateline. Kroner
    are those of the country that is named most; dollars then stay open, as the donor may have its own. `shared` is None
    where the name is settled.
    """
    shared = {money.shared for group in monies for money in group} - {None}
    if not shared:
        return monies
    named = {money.currency for group in monies for money in group if money.shared is None}
    home = home_of(document.publisher) or _dateline(document, actors)
    counted = any("USD" not in _candidates(str(name)) for name in shared)
    places = Counter(str(one.place) for group in actors for one in group if one.place) if counted else Counter[str]()
    settled = {name: code for name in shared for code in [_settled(str(name), named, home, places)] if code is not None}
    if not settled:
        return monies
    return tuple(
        tuple(
            money._replace(currency=settled[money.shared], shared=None) if money.shared in settled else money
            for money in group
        )
        for group in monies
    )


def _settled(name: str, named: set[str], home: str | None, places: Counter[str]) -> str | None:
    """The currency that a name stands for in a document; None where that stays open."""
    countries = _candidates(name)
    candidates = list(countries)
    own = [code for code, country in countries.items() if country is not None and country == home]
    others = [code for code in candidates if code in named and code != "USD"]
    if own or len(others) == 1 or len(candidates) == 1:
        return (own or others or candidates)[0]
    if "USD" in candidates:
        return None
    ranked = sorted(candidates, key=lambda code: -places[str(countries[code])])
    if places[str(countries[ranked[0]])] > places[str(countries[ranked[1]])]:
        return ranked[0]
    return None


@cache
def _candidates(name: str) -> dict[str, str | None]:
    """The currencies that have a name, the likeliest first, each with the country whose own it is."""
    countries = {one.code: one.country for one in currencies()}
    return {code: countries[code] for code in dict(shared_currencies())[name]}


def _dateline(document: Document, actors: Sequence[Sequence[Actor]]) -> str | None:
    """The country of the place in capitals that a report begins with: "OTTAWA - "."""
    for group in actors[:6]:
        for actor in group:
            if actor.end - actor.start > 4 and len(actor.name) > 3 and document.quote(actor.span).isupper():
                return actor.place
    return None
