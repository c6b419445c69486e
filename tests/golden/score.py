"""How well the reports of this folder are read: `python -m tests.golden.score [-v]`.

A gold fact is found where a predicted one says the same of the same attribute: unit and value (both ends within
0.1 %), or the same days. `other:*` facts and dates that nobody can resolve are optional: missing them is no fault.
Parts of a deal (`tranche_value`, `phase_date`, `other:*`) go with one another, since experts name them differently.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extractors.facts import read_report
from extractors.moments import moment_of
from extractors.parties import same_company
from extractors.report_rows import as_row

HERE = Path(__file__).parent
PARTS = ("tranche_value", "phase_date")
OWN_UNITS = ("MW", "percent", "shares", "years", "date")  # further nouns in lower case count things: one unit
LINE = "{:22}{:>7}{:>9}{:>8}{:>7}{:>8}{:>8}"

Row = dict[str, Any]  # one line of JSON: a report, its gold, or what was read


@dataclass
class Tally:
    """Counts of one measure."""

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

    def line(self, name: str) -> str:
        shares = (f"{share:.3f}" for share in (self.precision, self.recall, self.f1))
        return LINE.format(name, *shares, self.right, self.wrong, self.missed)


@dataclass
class Scores:
    """What a run reached: tallies by measure, tallies of the facts by attribute, and every fault as a line."""

    measures: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    attributes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[str] = field(default_factory=list)


def rows_of(name: str) -> list[Row]:
    """The lines of `reports` or `gold`."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


def read(report: Row) -> Row:
    """What the rules read in a report, as `dealdrift extract` prints it."""
    published = moment_of(report["published"]) if report["published"] else None
    return as_row(report["id"], read_report(report["title"], report["text"], published))


@cache
def reached() -> Scores:
    """The scores of the rules as they are."""
    return score(rows_of("gold"), [read(report) for report in rows_of("reports")])


def score(golds: Sequence[Row], rows: Sequence[Row]) -> Scores:
    """Compare what was read with the gold, report by report."""
    scores = Scores()
    by_id = {row["id"]: row for row in rows}
    for gold in golds:
        row = by_id[gold["id"]]
        _score_facts(scores, gold, row)
        _score_parties(scores, gold, row)
        _score_status(scores, gold, row)
    return scores


def _score_facts(scores: Scores, gold: Row, row: Row) -> None:
    asked, said = [[f for f in facts if not _unresolved(f)] for facts in (gold["facts"], row["facts"])]
    strict = _pairs(asked, said, lambda g, p: _family(g, p) and same_value(g, p))
    by_value = _pairs(asked, said, same_value)
    lines = {id(item): item for item in gold["distractors"]}
    taken = [line for line in lines.values() if any(_touches(line, p) and not _known(p, asked) for p in said)]
    scores.measures["distractors"].wrong += len(taken)
    scores.measures["distractors"].right += len(lines) - len(taken)
    scores.faults += [f"{gold['id']} distractor {line['text']!r} ({line['why']})" for line in taken]
    for name, pairs in (("facts", strict), ("facts, value alone", by_value)):
        found, used = {id(g) for g, _ in pairs}, {id(p) for _, p in pairs}
        for g in asked:
            if not _optional(g):
                _count(scores, name, "right" if id(g) in found else "missed", gold["id"], g)
        for p in said:
            if id(p) not in used and not (_optional(p) and not any(_touches(line, p) for line in lines.values())):
                _count(scores, name, "wrong", gold["id"], p)
    for g, p in strict:
        same = {g["qualifier"], p["qualifier"]} <= {"exact", "planned"} or g["qualifier"] == p["qualifier"]
        if not _optional(g):
            _tell(scores, "qualifier", same, gold["id"], f"{p['qualifier']} for {g['qualifier']}: {g['quote']!r}")
    for g in asked:
        if g["unit"] == "date" and not _optional(g):
            scores.measures["dates"].right += any(g is x for x, _ in strict)
            scores.measures["dates"].missed += not any(g is x for x, _ in strict)


def _count(scores: Scores, name: str, how: str, report: str, fact: Row) -> None:
    tallies = [scores.measures[name]] + [scores.attributes[fact["attribute"]]] * (name == "facts")
    for tally in tallies:
        setattr(tally, how, getattr(tally, how) + 1)
    if name == "facts" and how != "right":
        value = [v for k in ("value", "low", "high", "date_start", "date_end") if (v := fact[k]) is not None]
        scores.faults.append(f"{report} {how} {fact['attribute']} {value} {fact['unit']} {fact['quote']!r}")


def _tell(scores: Scores, measure: str, right: bool, report: str, fault: str) -> None:
    scores.measures[measure].right += right
    scores.measures[measure].wrong += not right
    if not right:
        scores.faults.append(f"{report} {measure} {fault}")


def _score_parties(scores: Scores, gold: Row, row: Row) -> None:
    for measure, with_role in (("parties", False), ("parties with role", True)):
        asked, said = [list({(p["name"], p["role"] * with_role): p for p in r["parties"]}.values()) for r in (gold, row)]
        pairs = _pairs(asked, said, lambda g, p, w=with_role: _same_party(g, p, w))  # type: ignore[misc]
        tally = scores.measures[measure]
        tally.right += len(pairs)
        tally.wrong += len(said) - len(pairs)
        tally.missed += len(asked) - len(pairs)
        if with_role and not len(asked) == len(said) == len(pairs):
            scores.faults.append(f"{gold['id']} parties {_cast(row)} for {_cast(gold)}")


def _score_status(scores: Scores, gold: Row, row: Row) -> None:
    asked, said = ((r["status"] or {}).get("value") for r in (gold, row))
    if asked:
        _tell(scores, "status", said == asked, gold["id"], f"{said} for {asked}")
    if gold["deal"] is None:
        _tell(scores, "no deal", not row["about_deal"], gold["id"], "is about no deal")


def _cast(row: Row) -> list[str]:
    return [f"{party['name']}:{party['role']}" for party in row["parties"]]


def _same_party(gold: Row, said: Row, with_role: bool) -> bool:
    return same_company(gold["name"], said["name"]) and (gold["role"] == said["role"] or not with_role)


def _pairs(asked: Sequence[Row], said: Sequence[Row], same: Callable[[Row, Row], bool]) -> list[tuple[Row, Row]]:
    """One to one, the likest first."""
    found = [(g, p) for g in asked for p in said if same(g, p)]
    found.sort(key=lambda pair: _likeness(*pair), reverse=True)
    used: Counter[int] = Counter()
    kept = []
    for g, p in found:
        if not used[id(g)] and not used[id(p)]:
            used.update((id(g), id(p)))
            kept.append((g, p))
    return kept


def _likeness(gold: Row, said: Row) -> tuple[bool, bool, bool]:
    return (
        gold.get("attribute") == said.get("attribute"),
        "quote" in gold and _touches(gold, said),
        gold.get("qualifier") == said.get("qualifier"),
    )


def same_value(gold: Row, said: Row) -> bool:
    """Whether two facts give the same days, or the same number of the same unit."""
    if "date" in (gold["unit"], said["unit"]):
        return gold["unit"] == said["unit"] and all(gold[k] == said[k] for k in ("date_start", "date_end"))
    (unit, *ends), (other, *others) = _measured(gold), _measured(said)
    return unit == other and all(abs(a - b) <= 0.001 * max(abs(a), abs(b)) for a, b in zip(ends, others, strict=True))


def _measured(fact: Row) -> tuple[str, float, float]:
    unit, factor = ("MW", 1000) if fact["unit"] == "GW" else (fact["unit"], 1)
    given = [fact[k] for k in ("value", "low", "high") if fact[k] is not None]
    return unit if unit in OWN_UNITS or unit[:3].isupper() else "count", min(given) * factor, max(given) * factor


def _family(gold: Row, said: Row) -> bool:
    return gold["attribute"] == said["attribute"] or (_part(gold) and _part(said))


def _part(fact: Row) -> bool:
    return _optional(fact) or fact["attribute"] in PARTS


def _optional(fact: Row) -> bool:
    return bool(fact["attribute"].startswith("other:"))


def _unresolved(fact: Row) -> bool:
    return fact["unit"] == "date" and fact["date_start"] is None and fact["date_end"] is None


def _known(said: Row, asked: Sequence[Row]) -> bool:
    return any(same_value(g, said) for g in asked)


def _touches(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def table(scores: Scores) -> str:
    """The scores for people: a line a measure, then a line an attribute, the commonest first."""
    lines = [LINE.format("", "P", "R", "F1", "right", "wrong", "missed")]
    lines += [tally.line(name) for name, tally in scores.measures.items()]
    common = sorted(scores.attributes.items(), key=lambda entry: -entry[1].right - entry[1].missed)
    return "\n".join([*lines, "", *(tally.line(name) for name, tally in common)])


def main() -> None:
    """Print the table; with -v every fault too."""
    options = argparse.ArgumentParser(description="Score the rules on the project's golden set.")
    options.add_argument("-v", "--verbose", action="store_true", help="list every fault")
    verbose = options.parse_args().verbose
    scores = reached()
    print(table(scores), *(scores.faults if verbose else ()), sep="\n")


if __name__ == "__main__":
    main()
