"""The row that `extract` prints for a document: plain values, as the contract names them."""

from decimal import Decimal

from extractors.models import Claim, Days, Figure, Report, Rung

_NO_FIGURE = dict.fromkeys(("value", "low", "high"))
_NO_DAYS = dict.fromkeys(("date_start", "date_end"))


def as_row(document_id: str, report: Report) -> dict[str, object]:
    """A report as one row of JSON Lines: parties, facts and status; numbers in major units, days in ISO form."""
    return {
        "id": document_id,
        "about_deal": report.about_deal,
        "kind": report.kind,
        "parties": [{"name": party.name, "role": str(party.role)} for party in report.parties],
        "facts": [_fact(claim) for claim in report.claims],
        "status": _status(report.status),
    }


def _status(claim: Claim | None) -> dict[str, object] | None:
    if claim is None or not isinstance(claim.reading, Rung):
        return None
    return {"value": str(claim.reading), **_quoted(claim)}


def _quoted(claim: Claim) -> dict[str, object]:
    return {"quote": claim.quote.words, "start": claim.quote.start, "end": claim.quote.end}


def _fact(claim: Claim) -> dict[str, object]:
    row: dict[str, object] = {
        "attribute": claim.attribute,
        **_NO_FIGURE,
        "unit": "date",
        "qualifier": "exact",
        **_NO_DAYS,
    }
    if isinstance(claim.reading, Figure):
        row |= _figure(claim.reading)
    elif isinstance(claim.reading, Days):
        row |= _days(claim.reading)
    row |= {"of": claim.of, "basis": claim.basis, "amount": claim.amount, **_quoted(claim)}
    further = {"when": claim.when, "payer": claim.payer, "condition": claim.condition, "modality": claim.modality}
    return row | {key: value for key, value in further.items() if value is not None}


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "value": _plain(figure.value),
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "unit": figure.unit,
        "qualifier": str(figure.qualifier),
    }


def _days(days: Days) -> dict[str, object]:
    return {
        "date_start": days.start.isoformat() if days.start else None,
        "date_end": days.end.isoformat() if days.end else None,
        "qualifier": str(days.qualifier),
    }


def _plain(number: Decimal | None) -> int | float | None:
    """A decimal as JSON prints it: whole numbers whole."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
