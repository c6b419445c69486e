"""How well the reports of a folder are read: `python -m tests.golden.score [-v] [--folder FOLDER]`.

A gold fact is found where one that was read says the same of the same attribute: unit and value (both ends within
0.1 %), or the same days. `other:*` and dates that nobody can resolve are optional: missing them is no fault. Parts of
a deal (`tranche_value`, `phase_date`, `other:*`) go with one another, since experts name them differently.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extractors.facts import read_report
from extractors.pages.moments import moment_of
from extractors.parties import same_company
from extractors.report_rows import as_row

HERE = Path(__file__).parent
PARTS = ("tranche_value", "phase_date")
MEASURED = ("MW", "percent", "shares", "years", "date")  # other nouns count things, and are one unit
LINE = "{:20}{:>7}{:>7}{:>7}{:>7}{:>7}{:>8}"

Row = dict[str, Any]  # one line of JSON: a report, its gold, or what was read
Same = Callable[[Row, Row], bool]


@dataclass
class Tally:
    """Counts of one measure. Where nothing can be missed, precision is the share that is right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed or 1)


@dataclass
class Scores:
    """What was reached: tallies by measure, those of the facts by attribute, and every fault as a line."""

    measures: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    attributes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[str] = field(default_factory=list)

    def tell(self, measure: str, right: bool, fault: str) -> None:
        """Count one answer that is right or wrong."""
        self.measures[measure].right += right
        self.measures[measure].wrong += not right
        self.faults += [] if right else [fault]

    def count(self, how: str, report: str, fact: Row) -> None:
        """Count one fact as right, wrong or missed."""
        for tally in (self.measures["facts"], self.attributes[fact["attribute"]]):
            setattr(tally, how, getattr(tally, how) + 1)
        if how != "right":
            given = [fact[key] for key in ("value", "low", "high", "date_start", "date_end") if fact[key] is not None]
            self.faults.append(f"{report} {how} {fact['attribute']} {given} {fact['unit']} {fact['quote']!r}")


def rows_of(name: str, folder: Path = HERE) -> list[Row]:
    """The lines of `reports` or `gold`."""
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


@cache
def reached(folder: Path = HERE, *, unseen: bool = False) -> Scores:
    """The scores of the rules as they are; of the `unseen` reports alone, on which no rule was made."""
    golds = [gold for gold in rows_of("gold", folder) if gold.get("unseen") or not unseen]
    return score(golds, [_rows(folder)[gold["id"]] for gold in golds])


@cache
def _rows(folder: Path) -> dict[str, Row]:
    return {report["id"]: read(report) for report in rows_of("reports", folder)}


def read(report: Row) -> Row:
    """What the rules read in a report, as `dealdrift extract` prints it."""
    published = moment_of(report["published"]) if report["published"] else None
    return as_row(report["id"], read_report(report["title"], report["text"], published))


def score(golds: Sequence[Row], rows: Sequence[Row]) -> Scores:
    """Compare what was read with the gold, report by report."""
    scores = Scores()
    by_id = {row["id"]: row for row in rows}
    for gold in golds:
        row = by_id[gold["id"]]
        _score_facts(scores, gold, row)
        _score_parties(scores, gold, row)
        if gold["status"]:
            asked, said = (status and status["value"] for status in (gold["status"], row["status"]))
            scores.tell("status", said == asked, f"{gold['id']} status {said} for {asked}")
        if gold["deal"] is None:
            scores.tell("no deal", not row["about_deal"], f"{gold['id']} is about no deal")
    return scores


def _score_facts(scores: Scores, gold: Row, row: Row) -> None:
    asked, said = ([fact for fact in facts if not _unresolved(fact)] for facts in (gold["facts"], row["facts"]))
    pairs = _pairs(asked, said, lambda g, s: _same_attribute(g, s) and same_value(g, s))
    found, used = {id(g) for g, _ in pairs}, {id(s) for _, s in pairs}
    for fact in asked:
        if not _optional(fact):
            scores.count("right" if id(fact) in found else "missed", gold["id"], fact)
    for fact in said:
        astray = not _optional(fact) or any(_touch(fact, line) for line in gold["distractors"])
        if id(fact) not in used and astray:
            scores.count("wrong", gold["id"], fact)
    for g, s in pairs:
        same = {"planned": "exact"}.get(g["qualifier"], g["qualifier"]) == s["qualifier"].replace("planned", "exact")
        scores.tell("qualifier", same, f"{gold['id']} {s['qualifier']} for {g['qualifier']}: {g['quote']!r}")
    strays = [fact for fact in said if not any(same_value(g, fact) for g in asked)]
    for line in gold["distractors"]:
        taken = any(_touch(fact, line) for fact in strays)
        scores.tell("distractors", not taken, f"{gold['id']} distractor {line['text']!r} ({line['why']})")


def _score_parties(scores: Scores, gold: Row, row: Row) -> None:
    for measure, keys in (("parties", ("name",)), ("with role", ("name", "role"))):
        wanted, given = (_distinct(r["parties"], keys) for r in (gold, row))
        pairs = _pairs(wanted, given, _same_party)
        tally = scores.measures[measure]
        tally.right += len(pairs)
        tally.wrong += len(given) - len(pairs)
        tally.missed += len(wanted) - len(pairs)
    if not len(wanted) == len(given) == len(pairs):
        scores.faults.append(f"{gold['id']} parties {_cast(given)} for {_cast(wanted)}")


def _distinct(parties: Sequence[Row], keys: Sequence[str]) -> list[Row]:
    kept = dict.fromkeys(tuple(party[key] for key in keys) for party in parties)
    return [dict(zip(keys, values, strict=True)) for values in kept]


def _cast(parties: Sequence[Row]) -> str:
    return ", ".join(f"{party['name']} {party['role']}" for party in parties) or "nobody"


def _pairs(asked: Sequence[Row], said: Sequence[Row], same: Same) -> list[tuple[Row, Row]]:
    """One to one, the likest first."""
    found = sorted(((g, s) for g in asked for s in said if same(g, s)), key=lambda pair: _likeness(*pair))
    used: set[int] = set()
    kept = []
    for g, s in reversed(found):
        if not used & {id(g), id(s)}:
            used |= {id(g), id(s)}
            kept.append((g, s))
    return kept


def _likeness(gold: Row, said: Row) -> tuple[bool, ...]:
    if "quote" not in gold:
        return ()
    return gold["attribute"] == said["attribute"], _touch(gold, said), gold["qualifier"] == said["qualifier"]


def _same_party(gold: Row, said: Row) -> bool:
    return gold.get("role") == said.get("role") and same_company(gold["name"], said["name"])


def _same_attribute(gold: Row, said: Row) -> bool:
    parts = all(_optional(fact) or fact["attribute"] in PARTS for fact in (gold, said))
    return parts or bool(gold["attribute"] == said["attribute"])


def same_value(gold: Row, said: Row) -> bool:
    """Whether two facts give the same days, or the same number of the same unit."""
    if "date" in (gold["unit"], said["unit"]):
        return all(gold[key] == said[key] for key in ("unit", "date_start", "date_end"))
    (unit, *ends), (other, *others) = _measured(gold), _measured(said)
    return unit == other and all(abs(a - b) <= 0.001 * max(abs(a), abs(b)) for a, b in zip(ends, others, strict=True))


def _measured(fact: Row) -> tuple[str, float, float]:
    unit, factor = ("MW", 1000) if fact["unit"] == "GW" else (fact["unit"], 1)
    given = [fact[key] for key in ("value", "low", "high") if fact[key] is not None]
    return unit if unit in MEASURED or unit[:3].isupper() else "count", min(given) * factor, max(given) * factor


def _optional(fact: Row) -> bool:
    return bool(fact["attribute"].startswith("other:"))


def _unresolved(fact: Row) -> bool:
    return fact["unit"] == "date" and fact["date_start"] is None and fact["date_end"] is None


def _touch(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def table(scores: Scores) -> str:
    """The scores for people: a line a measure, then a line an attribute, the commonest first."""
    common = sorted(scores.attributes.items(), key=lambda entry: -entry[1].right - entry[1].missed)
    lines = [LINE.format("", "P", "R", "F1", "right", "wrong", "missed")]
    for name, tally in (*scores.measures.items(), *common):
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        lines.append(LINE.format(name, *shares, tally.right, tally.wrong, tally.missed))
    return "\n".join(lines)


def main() -> None:
    """Print the table; with -v every fault too."""
    options = argparse.ArgumentParser(description="Score the rules on the project's golden set.")
    options.add_argument("-v", "--verbose", action="store_true", help="list every fault")
    options.add_argument(
        "--folder", type=Path, default=HERE, help="reports.jsonl and gold.jsonl (default: beside this)"
    )
    told = options.parse_args()
    scores, unseen = reached(told.folder), reached(told.folder, unseen=True)
    print(table(scores), *(scores.faults if told.verbose else ()), sep="\n")
    if unseen.measures:
        print("", "Of these, reports on which no rule was made:", table(unseen), sep="\n")


if __name__ == "__main__":
    main()
