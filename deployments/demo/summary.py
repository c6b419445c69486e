"""What a person sees of the demo: each edition as it passes, and in the end deals, sources, changes and alerts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from extractors.models import Change
from extractors.rows import change_row
from flows.tables import cell, print_table
from flows.views import printed
from storage.changes import all_changes
from storage.database import Store
from storage.listings import deal_rows, fact_rows
from storage.problems import open_problems
from storage.snapshot import opened_snapshot
from storage.stories import story_rows

from .press import Edition, Kiosk, Press
from .receiver import Inbox

CONSOLE = Console(width=None, highlight=False, soft_wrap=False)
LOUD = {"high": "bold red", "medium": "yellow", "low": "dim", "info": "dim"}
SHOWN = (
    "status",
    "deal_value",
    "price_per_share",
    "tranche_value",
    "valuation",
    "capacity",
    "units_count",
    "close_date",
    "start_date",
    "termination_fee",
)
QUESTION = "select deal, attribute, reading, outlet, quote from deal_facts_now"
MOST_READINGS = 6  # of one attribute of one deal


def print_edition(database: Path, edition: Edition, seen: set[str]) -> None:
    """Tell what the passes over one edition found that is loud enough to alert."""
    with opened_snapshot(database) as store:
        names = {row["deal_key"]: row["name"] for row in deal_rows(store)}
        fresh = [(deal, change) for deal, change in all_changes(store) if change.change_id not in seen]
    seen |= {change.change_id for _, change in fresh}
    loud = [(deal, change) for deal, change in fresh if change.severity.alerts]
    CONSOLE.print(Text(f"{edition.date:%d %b %Y}", "bold"), f"  {len(fresh)} changes, {len(loud)} of them alerts")
    for deal, change in loud:
        CONSOLE.print(
            Text(f"   {change.kind.value:16}", LOUD[change.severity]), line_of(names[deal], change), soft_wrap=True
        )


def line_of(deal: str, change: Change) -> Text:
    """Return one change in one line."""
    row: dict[str, Any] = change_row(change, deal)
    after = printed(row["to"]) if row["to"] else "—"
    return Text(f"{cell(deal)}: {change.attribute}  {printed(row['from'])} → {after}")


def print_summary(database: Path, config: Path, press: Press, kiosk: Kiosk, inbox: Inbox, seconds: float) -> None:
    """Tell all that a newcomer wants to know, from the database as the passes left it."""
    with opened_snapshot(database) as store:
        deals, facts, changes = deal_rows(store), fact_rows(store), all_changes(store)
        print_deals(deals, facts, changes)
        for deal in deals:
            print_sources(deal, [fact for fact in facts if fact["deal_key"] == deal["deal_key"]])
        names = {deal["deal_key"]: deal["name"] for deal in deals}
        print_changes(names, changes)
        print_quiet(names, changes)
        articles, stories = print_counts(store, press, kiosk)
    print_inbox(inbox)
    print_totals(len(deals), articles, stories, [change for _, change in changes], inbox)
    print_next(config, seconds)


def heading(words: str) -> None:
    """Begin a part."""
    CONSOLE.print()
    CONSOLE.print(Rule(Text(words, "bold"), align="left"))


def print_deals(deals: list[Any], facts: list[Any], changes: list[tuple[str, Change]]) -> None:
    """List the deals."""
    heading("Which deals there are")
    told = Counter(deal for deal, _ in changes)
    alerts = Counter(deal for deal, change in changes if change.severity.alerts)
    stories = {
        key: len({fact["story_id"] for fact in group}) for key, group in groupby(facts, lambda fact: fact["deal_key"])
    }
    print_table(
        ("deal", "kind", "status", "articles", "independent stories", "changes", "alerts"),
        [
            (
                d["name"],
                d["kind"],
                d["status"],
                len(d["article_ids"]),
                stories.get(d["deal_key"], 0),
                told[d["deal_key"]],
                alerts[d["deal_key"]],
            )
            for d in deals
        ],
        right=("articles", "independent stories", "changes", "alerts"),
    )


def print_sources(deal: Any, facts: list[Any]) -> None:
    """Tell what each source says of one deal: each reading once, with who prints it and the words."""
    heading(f"What each source says: {cell(deal['name'])}")
    rows = []
    for attribute in SHOWN:
        of_attribute = [fact for fact in facts if fact["attribute"] == attribute and fact["when"] is None]
        readings: dict[tuple[str, str], list[Any]] = {}
        for fact in of_attribute:
            readings.setdefault((fact["of"] or "", printed(fact)), []).append(fact)
        first = attribute
        for (strand, reading), said in list(readings.items())[:MOST_READINGS]:
            outlets = list(dict.fromkeys(fact["outlet"] for fact in said))
            more = f" and {len(outlets) - 3} more" if len(outlets) > 3 else ""
            rows.append((first, strand, reading, ", ".join(outlets[:3]) + more, f"“{said[0]['quote']}”"))
            first = ""
    print_table(("attribute", "part", "reading", "said by", "first words"), rows)


def print_changes(names: dict[str, str], changes: list[tuple[str, Change]]) -> None:
    """Tell what changed and why it was told: both quotes and the reason."""
    heading("What changed, and why each alert was sent")
    for deal, change in changes:
        if change.severity.alerts:
            print_change(names[deal], change)


def print_quiet(names: dict[str, str], changes: list[tuple[str, Change]]) -> None:
    """Tell what was told without an alert: how much of each kind, and one of each that no alert showed."""
    heading("What was told quietly, without an alert")
    shown = {change.kind for _, change in changes if change.severity.alerts}
    for deal, change in changes:
        if change.kind not in shown:
            shown.add(change.kind)
            print_change(names[deal], change)
    CONSOLE.print(tally(change.kind.value for _, change in changes if not change.severity.alerts), soft_wrap=True)


def print_change(deal: str, change: Change) -> None:
    """Tell one change with both quotes, the reason and the rule."""
    loud = Text(f"{change.kind.value}, {change.severity.value}  ", LOUD[change.severity])
    CONSOLE.print(loud + line_of(deal, change), soft_wrap=True)
    CONSOLE.print(Text(f"    {cell(change.explanation)}"), soft_wrap=True)
    CONSOLE.print(Text(f"    rule: {change.rule} · {change.change_id}", "dim"), soft_wrap=True)


def tally(kinds: Iterable[str]) -> str:
    """Return how often each kind occurs, the commonest first."""
    return ", ".join(f"{number} {kind}" for kind, number in Counter(kinds).most_common()) or "nothing"


def print_counts(store: Store, press: Press, kiosk: Kiosk) -> tuple[int, int]:
    """Tell how much was read, grouped, skipped. Returns the numbers of articles and stories."""
    heading("What was read")
    printed_in = [{member["article_id"] for member in story["members"]} for story in story_rows(store)]
    articles = sum(len(articles) for articles in printed_in)
    CONSOLE.print(
        f"{kiosk.counts['article']} pages and {kiosk.counts['feed']} feeds fetched from {len(press.houses)} outlets; "
        f"{kiosk.counts['not_modified']} times the answer was “not modified”.",
        soft_wrap=True,
    )
    CONSOLE.print(
        f"{articles} articles are {len(printed_in)} stories: {articles - len(printed_in)} are copies of another."
    )
    CONSOLE.print("What could not be read, and why:")
    for problem in open_problems(store):
        page, reason = str(problem["subject"]), cell(problem["reason"])
        said = reason.removeprefix(f"{page}: ").removeprefix("skipped: ")
        CONSOLE.print(Text(f"  {page.removeprefix(kiosk.base_url)}\n      {problem['stage']}: {said}"), soft_wrap=True)
    return articles, len(printed_in)


def print_inbox(inbox: Inbox) -> None:
    """Tell what the webhook receiver got."""
    heading("What the webhook receiver got")
    kinds = tally(alert.get("kind") or alert["type"] for alert in inbox.alerts)
    CONSOLE.print(f"{len(inbox.alerts)} deliveries, each with a valid signature: {kinds}.", soft_wrap=True)
    CONSOLE.print(
        f"{inbox.turned_away} turned away while it was down and sent again later, "
        f"{inbox.unverified} with a wrong signature, {inbox.repeated} that came twice.",
        soft_wrap=True,
    )


def print_totals(deals: int, articles: int, stories: int, changes: list[Change], inbox: Inbox) -> None:
    """Tell all the numbers once more, together."""
    heading("All in numbers")
    rows = (
        (deals, "deals"),
        (stories, f"independent stories, from {articles} articles: {articles - stories} are copies"),
        (len(changes), f"changes: {tally(change.kind.value for change in changes)}"),
        (sum(change.severity.alerts for change in changes), "of them alerts"),
        (len(inbox.alerts), f"deliveries verified, {inbox.unverified} refused: alerts, new deals, digests of many"),
    )
    for number, words in rows:
        CONSOLE.print(f"{number:5} {words}", soft_wrap=True)


def print_next(config: Path, seconds: float) -> None:
    """Tell the two commands to type next."""
    heading(f"Done in {seconds:.0f} seconds. Two commands to type next")
    CONSOLE.print("  Look closer, with SQL:")
    CONSOLE.print(f'    .venv/bin/dealdrift sql --config {config} "{QUESTION}"', soft_wrap=True)
    CONSOLE.print("  Watch your own feeds (after adding some: .venv/bin/dealdrift feeds add URL):")
    CONSOLE.print("    .venv/bin/dealdrift run --once")
