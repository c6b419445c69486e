"""The commands that show what is known. They read the snapshot, so they never stop a pass."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from extractors.comparing.baselines import Rules
from extractors.models import Change, DealdriftError, Fact, Kind
from extractors.rows import change_row
from flows.cli import DONE, configured, say
from flows.tables import cell, print_json, print_table
from storage.changes import change_by_id, change_ids
from storage.database import Store
from storage.deliveries import delivery_rows
from storage.listings import deal_rows, fact_rows, facts_as_of, first_said
from storage.snapshot import opened_snapshot, snapshot_age
from storage.stories import story_rows
from storage.verdicts import ChangeVerdict, verdicts

MOST_NAMED = 5  # outlets or ids that one line names
Row = Mapping[str, Any]
Answer = TypeVar("Answer")


class NotFound(DealdriftError):
    """What was asked for is not there; the text says what to type instead."""


def list_deals(options: argparse.Namespace) -> int:
    """List the deals, who is in them and where they stand."""
    return show(
        options,
        read(options, deal_rows),
        {
            "deal_key": lambda row: row["deal_key"],
            "name": lambda row: row["name"],
            "kind": lambda row: row["kind"],
            "status": lambda row: row["status"],
            "reports": lambda row: len(row["article_ids"]),
        },
    )


def facts_command(options: argparse.Namespace) -> int:
    """List the facts, of all deals or of one, each with its quote."""
    when = options.as_of
    known = read(options, (lambda store: facts_as_of(store, when)) if when else fact_rows)
    rows = [row for row in known if of_deal(row, options.deal)]
    return show(
        options,
        rows,
        {
            "deal": lambda row: row["deal"],
            "attribute": lambda row: f"{row['attribute']} ({row['of']})" if row["of"] else row["attribute"],
            "value": printed,
            "outlet": lambda row: row["outlet"],
            "reported": lambda row: row["reported_at"] and f"{row['reported_at']:%Y-%m-%d}",
            "quote": lambda row: f"“{row['quote']}”",
        },
    )


def stories_command(options: argparse.Namespace) -> int:
    """List the stories, those with most copies first."""
    rows = sorted(read(options, story_rows), key=lambda row: -len(row["members"]))
    return show(
        options,
        rows,
        {
            "story_id": lambda row: row["story_id"],
            "copies": lambda row: len(row["members"]) - 1,
            "title": lambda row: row["members"][0]["title"],
            "first in": lambda row: row["members"][0]["outlet"],
            "also in": lambda row: ", ".join(dict.fromkeys(m["outlet"] or m["article_id"] for m in row["members"][1:])),
        },
    )


def alerts_command(options: argparse.Namespace) -> int:
    """List the alerts in the outbox and what became of them."""
    rows = [{**row, "payload": json.loads(row["payload"])} for row in read(options, delivery_rows)]
    return show(
        options,
        rows,
        {
            "alert": lambda row: row["alert_id"],
            "endpoint": lambda row: row["endpoint"],
            "says": lambda row: says(row["payload"]),
            "attempts": lambda row: row["attempts"],
            "state": delivery_state,
        },
    )


def why_command(options: argparse.Namespace) -> int:
    """Tell why one change was told."""
    (deal, change), said, first = read(options, lambda store: asked_for(store, options.change))
    verdict = said.get(change.change_id)
    if options.json:
        sentences = [fact.sentence for fact in sides(change)]
        judged = {"verdict": verdict and verdict.verdict.value, "note": verdict and verdict.note}
        origins = [first.get(fact.fact_id) for fact in sides(change)]
        row = {**change_row(change, deal), "rule": change.rule, "sentences": sentences, "first_said": origins}
        print_json([{**row, **judged}])
        return DONE
    for line in [*account(change, first), *(judgement(verdict) if verdict else [])]:
        print(line)
    return DONE


def asked_for(store: Store, key: str) -> tuple[tuple[str, Change], dict[str, ChangeVerdict], Mapping[str, Row]]:
    """Return one change with its deal, what people said of changes, and who said its values first."""
    if not key:
        raise NotFound("name a change by the beginning of its id; `dealdrift changes` lists them")
    found = change_by_id(store, key)
    if found is None:
        ids = change_ids(store, key, most=MOST_NAMED + 1)
        if not ids:
            raise NotFound(f"{key}: no change has an id that begins so; `dealdrift changes` lists them")
        more = ", …" if len(ids) > MOST_NAMED else ""
        raise NotFound(f"{key}: more than one change has an id that begins so: {', '.join(ids[:MOST_NAMED])}{more}")
    deal, change = found
    return found, verdicts(store), first_said(store, deal, [fact.fact_id for fact in sides(change)])


# --- reading and showing ---------------------------------------------------------------------------


def read(options: argparse.Namespace, question: Callable[[Store], Answer]) -> Answer:
    """Ask the snapshot, and say how old it is."""
    config = configured(options)
    say(snapshot_age(config.database))
    with opened_snapshot(config.database) as store:
        return question(store)


COUNTS = ("articles moved", "changes", "alerts", "confirmed", "dismissed", "not judged", "precision")
NOTHING = "Nothing here yet: `dealdrift run --once` reads the feeds, `dealdrift doctor` tells what is wrong"


def show(
    options: argparse.Namespace,
    rows: Sequence[Row],
    columns: Mapping[str, Callable[[Row], object]],
    nothing: str | None = None,
) -> int:
    """Print rows as JSON Lines or as a table of these columns; where there are none, say why in a line."""
    if options.json:
        print_json(rows)
    elif rows:
        print_table(
            list(columns),
            [[cell(row) for cell in columns.values()] for row in rows],
            right=("reports", "copies", "attempts", *COUNTS),
        )
    else:
        say(nothing or _nothing(options))
    return DONE


def _nothing(options: argparse.Namespace) -> str:
    """Return why there may be no rows: what was asked for, or that nothing was read yet."""
    deal = getattr(options, "deal", None) or " ".join(getattr(options, "words", None) or ())
    asked = [
        *([f"of a deal called {deal}"] if deal else []),
        *(["that alerts"] if getattr(options, "alerts", False) else []),
        *([f"as of {options.as_of:%Y-%m-%d %H:%M}"] if getattr(options, "as_of", None) else []),
    ]
    return (
        f"Nothing {', '.join(asked)}: ask for less to see more, `dealdrift deals` lists the deals" if asked else NOTHING
    )


def of_deal(row: Row, wanted: str | None) -> bool:
    """Whether a row is of the deal that was asked for, by key or by a part of its name."""
    return wanted is None or wanted == row["deal_key"] or wanted.casefold() in str(row["deal"]).casefold()


def printed(row: Row) -> str:
    """Return the value of a row in a few words."""
    if row["status"]:
        return str(row["status"])
    if row["unit"] == "date":
        return days(row["date_start"], row["date_end"])
    hedge = "" if row["qualifier"] in ("exact", "planned", "range") else f"{row['qualifier'].replace('_', ' ')} "
    number = short(row["value"]) if row["value"] is not None else f"{short(row['low'])} to {short(row['high'])}"
    return f"{hedge}{number} {row['unit']}"


def days(start: object, end: object) -> str:
    """Return a day, or the days from start to end; "…" is an open end, "?" what could not be resolved."""
    if start == end:
        return str(start) if start else "?"
    return f"{start or '…'} to {end or '…'}"


def short(number: Any) -> str:
    """Return a number in the scale that people use: 100bn, 1.5m, 27.75."""
    if number is None:
        return "…"
    for scale, letters in ((10**12, "tn"), (10**9, "bn"), (10**6, "m")):
        if abs(number) >= scale:
            return f"{float(number) / scale:,.12g}{letters}"
    return f"{float(number):,.12g}"


def side(row: Row | None) -> str:
    """Return one side of a change: the value, who said so and when."""
    if row is None:
        return "—"
    when = f", {row['reported_at'][:10]}" if row["reported_at"] else ""
    return f"{printed(row)} · {row['outlet'] or row['article_id']}{when}"


def says(payload: Row) -> str:
    """Return what an alert says in a line."""
    listed = f"digest of {payload['count']} alerts" if payload["type"] == "digest" else payload["type"]
    return str(payload.get("explanation") or listed)


def delivery_state(row: Row) -> str:
    """Return what became of an alert."""
    if row["digest"]:
        return f"told in the digest {row['digest']}"
    if row["delivered_at"]:
        return f"delivered {row['delivered_at']:%Y-%m-%d %H:%M}"
    if row["next_attempt_at"]:
        return f"waits until {row['next_attempt_at']:%Y-%m-%d %H:%M}" + (
            f": {row['last_error']}" if row["last_error"] else ""
        )
    return f"given up: {row['last_error']}"


def sides(change: Change) -> list[Fact]:
    """Return the facts of a change, the earlier one first."""
    return [change.earlier, *([change.later] if change.later else [])]


def judgement(verdict: ChangeVerdict) -> list[str]:
    """Return what a person said of a change."""
    note = f": {verdict.note}" if verdict.note else ""
    return ["", cell(f"A person {verdict.verdict.value} it on {verdict.said_at:%Y-%m-%d}{note}")]


SUPPORTED = (
    f"Reports of either value within {Rules().support_days} days of the last one that gave it are support, no change: "
    "two figures that stand side by side are told once."
)


def account(change: Change, first: Mapping[str, Row]) -> list[str]:
    """Return the whole reasoning behind one change, line by line; `first` is who said each fact's value first."""
    strand = f", {change.strand}" if change.strand else ""
    lines = [
        f"{change.change_id}: {change.attribute}{strand}: {change.kind.value}, {change.severity.value}",
        change.explanation,
        f"The rule: {change.rule}. The figures relate as: {change.relation.value}.",
        *([SUPPORTED] if change.kind in (Kind.REVISED, Kind.CONFLICT) else []),
    ]
    for label, fact in zip(("before", "after"), sides(change), strict=False):
        lines += [
            "",
            f"{label}: “{fact.claim.quote.words}” · {source(fact)}",
            f"  in: “{fact.sentence}”",
            *([f"  at: {fact.url}"] if fact.url else []),
            *([f"  {origin_of(first[fact.fact_id])}"] if fact.fact_id in first else []),
        ]
    return lines


def origin_of(row: Row) -> str:
    """Return who said a value first, of those that we read, who copied that report, and who else says so."""
    seen = "on" if row["dated"] else "undated, seen"
    parts = [
        "said here first" if row["itself"] else f"said first by {row['outlet']}, {seen} {row['reported_at']:%Y-%m-%d}"
    ]
    parts = [f"a copy of the report of {row['copy_of']}", *parts] if row["copy_of"] else parts
    parts += [f"which credits {row['credits']}"] if row["credits"] else []
    parts += [f"{said} {', '.join(some)}" for said, some in named(row) if some]
    return cell("; ".join(parts))


def named(row: Row) -> list[tuple[str, list[str]]]:
    """Return who copied the first report, and who said the same in one of their own; a few of each."""
    pairs = (("copied by", row["copied_by"]), ("also said by", row["also_said_by"]))
    return [
        (said, [*some[:MOST_NAMED], *([f"{len(some) - MOST_NAMED} more"] if len(some) > MOST_NAMED else [])])
        for said, some in pairs
    ]


def source(fact: Fact) -> str:
    """Return who said it, how near they stand to the deal, and when."""
    when = f"{fact.reported.earliest:%Y-%m-%d}" if fact.dated else f"undated, seen {fact.seen_at:%Y-%m-%d}"
    return f"{fact.outlet or fact.document_id} ({fact.tier.value}), {when}"
