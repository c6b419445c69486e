"""Amounts in two currencies: a desk that converts for its readers says nothing new."""

from collections.abc import Sequence

from extractors.models import Fact, Figure
from extractors.relations import Rates, currency_of


def without_conversions(claims: Sequence[Fact], home: str | None) -> list[Fact]:
    """The claims of one strand in one report without those that convert one beside them: "$100bn (£73bn)".

    Kept is what stands in the currency that others print too (`home`), else what is printed first.
    """
    kept = [fact for fact in claims if _currency(fact) is None]
    for sentence in dict.fromkeys(_place(fact) for fact in claims if _currency(fact)):
        here = [fact for fact in claims if _currency(fact) and _place(fact) == sentence]
        units = list(dict.fromkeys(_currency(fact) for fact in here))
        chosen = home if home in units else units[0]
        kept += [fact for fact in here if _currency(fact) == chosen]
    return sorted(kept, key=claims.index)


def _place(fact: Fact) -> tuple[str, str | None, str | None]:
    """A sentence, and in what light it gives the amount."""
    return fact.sentence or fact.fact_id, fact.claim.when, fact.claim.basis


def _currency(fact: Fact) -> str | None:
    reading = fact.claim.reading
    return reading.unit if isinstance(reading, Figure) and currency_of(reading.unit) else None


def rate_words(earlier: Fact, later: Fact, rates: Rates | None) -> str:
    """At which rate two amounts were compared, for a person; nothing where both are in one currency."""
    a, b = _currency(earlier), _currency(later)
    have, want = sorted(filter(None, (currency_of(a or ""), currency_of(b or "")))) if a and b else ("", "")
    day = later.reported.earliest.date() if later.dated else later.seen_at.date()
    quoted = rates.rate(have, want, day) if rates and have != want else None
    if quoted is None:
        return ""
    rate, spread = quoted
    return f"Compared at {have} 1 = {want} {rate:.4g}, give or take {spread:.1%}, as of {day.day} {day:%b %Y}."
