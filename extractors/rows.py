"""Changes and facts as the rows that other programs read: values as printed, times as said."""

from datetime import datetime
from decimal import Decimal

from extractors.models import Change, Days, Fact, Figure, Moment, Rung


def change_row(change: Change, deal_key: str) -> dict[str, object]:
    """The row of `changes --json`: values as printed, times as said, nothing worked out inside."""
    return {
        "id": change.change_id,
        "deal_key": deal_key,
        "attribute": change.attribute,
        "kind": change.kind.value,
        "relation": change.relation.value,
        "alert": change.severity.alerts,
        "severity": change.severity.value,
        "from": side_row(change.earlier),
        "to": side_row(change.later) if change.later else None,
        "detected_at": _stamp(change.detected_at),
        "explanation": change.explanation,
    }


def side_row(fact: Fact) -> dict[str, object]:
    """One side of a change: the typed value, and where it was said."""
    return {
        "article_id": fact.document_id,
        **value_row(fact),
        "quote": fact.claim.quote.words,
        "url": fact.url,
        "outlet": fact.outlet,
        "reported_at": reported_at(fact),
    }


def value_row(fact: Fact) -> dict[str, object]:
    """The value as printed: numbers in major units, inclusive ISO days, or a status; the rest is null."""
    row: dict[str, object] = dict.fromkeys(
        ("value", "low", "high", "unit", "qualifier", "date_start", "date_end", "status")
    )
    match fact.claim.reading:
        case Figure() as figure:
            ends = {"value": figure.value, "low": figure.low, "high": figure.high}
            row.update({name: _plain(end) for name, end in ends.items()}, unit=figure.unit)
            row["qualifier"] = figure.qualifier.value
        case Days() as days:
            row.update(unit="date", qualifier=days.qualifier.value)
            row.update(date_start=days.start and days.start.isoformat(), date_end=days.end and days.end.isoformat())
        case Rung() as rung:
            row["status"] = rung.value
    return row


_MOST_DIGITS = 40  # no deal has more; a number of a million digits would fill memory when written out


def _plain(number: Decimal | None) -> int | float | None:
    if number is None or not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def reported_at(fact: Fact) -> str | None:
    """What the source claims: a timestamp, a day or a month, in ISO 8601; None where it gives no time."""
    return _moment(fact.reported) if fact.dated else None


def _moment(moment: Moment) -> str:
    if moment.earliest == moment.latest:
        return _stamp(moment.earliest)
    return moment.earliest.date().isoformat() if moment.day else f"{moment.earliest:%Y-%m}"


def _stamp(when: datetime) -> str:
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")
