"""The golden set's reports with one thing changed: in a fact's quote, in the words around, or in the page.

Each rule of a table is a pattern and what stands in its place; it is tried on one quote and makes one mutation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from tests.golden.score import Row

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _swapped(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return [rule for a, b in pairs for rule in ((rf"\b{a}\b", b), (rf"\b{b}\b", a))]


BEFORE_FIGURE = r"(?= (?:US|A|C|HK|S)?[$€£]?\d)"
CURRENCY = r"(?:(?:US|A|C|HK|S)?[$€£]|(?:CHF|Rs|SEK|NOK|DKK|INR|EUR|USD) ?)?"
# What is changed, by kind of mutation: of each row the first that is found in the quote.
RULES: dict[str, list[tuple[str, str]]] = {
    "point removed": [(r"(?<=\d)\.(?=\d)", "")],
    "point moved": [(r"(?<![\d.,])(\d)(\d)(?=[ %](?!\d|Jan|Feb|Ma|Ap|Ju|Au|Se|Oc|No|De))(?![\d.,])", r"\1.\2")],
    "percent sign": [(r"(?<=\d)%| ?\bper ?cent\b| pct\b", "")],
    "unit": [
        *(
            (re.escape(a), b)
            for a, b in (("US$", "£"), ("A$", "US$"), ("C$", "US$"), ("$", "€"), ("£", "$"), ("€", "$"))
        ),
        *_swapped(("gigawatts", "megawatts"), ("gigawatt", "megawatt"), ("GW", "MW"), ("years", "months")),
        *_swapped(
            ("year(?=s? |$)", "month"), ("dlrs", "stg"), ("pounds", "euros"), ("Rs", "CHF"), ("pence", "dollars")
        ),
        (r"(?<=\d)p\b", " cents"),
    ],
    "scale": _swapped(("million", "billion"), ("bn", "m"), ("mln", "bln"), ("crore", "lakh"), ("trillion", "billion")),
    "hedge": [
        *((rf"\b{a}{BEFORE_FIGURE}", "at least") for a in ("up to", "as much as", "as many as")),
        *((rf"\b{a}{BEFORE_FIGURE}", "up to") for a in ("at least", "more than", "over", "a minimum of")),
        *((rf"\b{a}{BEFORE_FIGURE}", "more than") for a in ("nearly", "almost", "just under", "less than")),
        *((rf"\b{a}{BEFORE_FIGURE} ", "") for a in ("about", "around", "roughly", "approximately", "some")),
    ],
    "hedge added": [(r"(?<![\w$€£.,-])(?=" + CURRENCY + r"\d[\d.,]*(?:%| ?(?:million|billion|bn|m\b|per)))", "up to ")],
    "month": [(rf"\b{a}\b", b) for a, b in zip(MONTHS, (*MONTHS[1:], MONTHS[0]), strict=True)],
    "quarter": [
        *(
            (rf"\b{a} quarter\b", f"{b} quarter")
            for a, b in (("first", "third"), ("second", "fourth"), ("third", "first"))
        ),
        *((rf"\b{a} quarter\b", f"{b} quarter") for a, b in (("fourth", "second"), ("last", "first"))),
        *((rf"\bQ{a}\b", f"Q{b}") for a, b in ("13", "24", "31", "42")),
    ],
    "half": [
        *((rf"\b{a} half\b", f"{b} half") for a, b in (("first", "second"), ("second", "first"), ("latter", "first"))),
        *_swapped(("H1", "H2"), ("early", "late")),
    ],
    "year": [
        (r"\b(20\d)(\d)\b", ""),
        (r"\b(19\d)(\d)\b", ""),
        (r"\bnext year\b", "this year"),
        (r"\bthis year\b", "next year"),
    ],
    "weekday": [(rf"\b{a}\b", b) for a, b in zip(WEEKDAYS, (*WEEKDAYS[2:], *WEEKDAYS[:2]), strict=True)],
}
STATUS = [
    (r"\bcompleted (?:its|the|his|their)\b", "agreed on the"),
    (r"\b(?:is complete|has been completed)$", "has been agreed"),
    (r"\b(?:have|has) completed\b", "have agreed on"),
    (r"\b(?:signed )?(?:a|an) (?:\w+ )?(?:letter of intent|term sheet)\b", "signed a definitive agreement"),
    (r"\b(?:binding )?definitive (?:\w+ )?agreements?\b", "letter of intent"),
    (r"\b(?:has|have) agreed to (?:acquire|buy)\b", "has completed its purchase of"),
    (r"\bagreed (?:on \w+ )?to (?:acquire|buy|take over)\b", "completed its purchase of"),
    (r"\b(?:said (?:it )?)?(?:will|would) (?:acquire|buy)\b", "has completed its purchase of"),
    (r"\bis (?:to buy|buying|acquiring)\b", "has completed its purchase of"),
    (r"\bagreed to merge\b", "completed their merger"),
    (r"\b(?:abandoned|terminated) their\b", "completed their"),
    (r"\b(?:is nearing|nears)\b", "has signed a definitive agreement on"),
]  # fmt: skip
WORDS = {  # of which none is a figure, a hedge or a step of a deal
    "but": "yet", "also": "too", "big": "large", "help": "assist", "told": "informed", "while": "whereas",
    "because": "since", "although": "though", "begin": "start", "people": "persons", "whole": "entire",
    "several": "various", "maker": "producer", "group": "company", "staff": "personnel", "quickly": "swiftly",
    "chief": "head", "build": "construct", "keep": "retain", "who": "that", "very": "highly", "show": "indicate",
}  # fmt: skip
HEDGE_WORDS = {
    "about": "roughly", "roughly": "around", "around": "about", "up to": "as much as", "more than": "over",
    "at least": "no less than", "nearly": "almost", "almost": "nearly",
}  # fmt: skip
SPELLINGS = {" billion": "bn", " per cent": "%", " percent": "%", "September": "Sept.", "December": "Dec.", "$": "US$"}
QUIET = (
    "A spokeswoman declined to comment beyond the statement.",
    "Neither side wished to add anything, and advisers did not return calls.",
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A report's text before and after. `fact` is what was changed in it; None where nothing was that counts."""

    id: str
    kind: str
    report: Row
    after: str
    fact: Row | None = None
    page: bool = False  # `after` is a page, and the report's own page stood before it


def mutations(report: Row, gold: Row) -> Iterator[Mutation]:
    """The report with one thing changed in the quote of one fact, for each fact and each kind of change."""
    text = report["text"]
    for number, fact in enumerate(gold["facts"]):
        start, end = fact["start"], fact["end"]
        for kind, rules in {"digit": [], **RULES}.items():
            changed = _digit(text[start:end]) if kind == "digit" else _first(rules, text[start:end])
            if changed and _applies(kind, fact):
                yield Mutation(
                    f"{report['id']}-{number}-{kind}", kind, report, text[:start] + changed + text[end:], fact
                )
    status = gold["status"]
    if status and (changed := _first(STATUS, status["quote"])):
        after = text[: status["start"]] + changed + text[status["end"] :]
        yield Mutation(f"{report['id']}-status", "status", report, after, status | {"attribute": "status"})


def _applies(kind: str, fact: Row) -> bool:
    """Whether a kind of change makes sense of a fact: no unit for a date, no second hedge."""
    if fact["unit"] == "date" and kind in ("point moved", "hedge added", "unit", "scale"):
        return False
    return kind != "hedge added" or fact["qualifier"] in ("exact", "planned")


def _digit(quote: str) -> str | None:
    """The quote with its last digit but zeros raised by one, or lowered: never to zero."""
    places = [match.start() for match in re.finditer(r"[1-9](?![\d.,]*[1-9])", quote)]
    if not places:
        return None
    place = places[0]
    digit = int(quote[place])
    return f"{quote[:place]}{digit - 1 if digit in (9, 8) else digit + 1}{quote[place + 1 :]}"


def _first(rules: list[tuple[str, str]], quote: str) -> str | None:
    """The quote changed by the first rule that finds anything to change, once."""
    for pattern, instead in rules:
        if pattern.startswith((r"\b(20", r"\b(19")):
            changed = re.sub(pattern, lambda year: f"{year[1]}{(int(year[2]) + 1) % 10}", quote, count=1)
        else:
            changed = re.sub(pattern, instead, quote, count=1)
        if changed != quote:
            return changed
    return None


# --- what changes nothing -----------------------------------------------------------------------------


def other_words(report: Row, gold: Row) -> Iterator[Mutation]:
    """The report with other words where no figure, no hedge and no step stands; nothing is to be told of any."""
    text = report["text"]
    for kind, table in (("synonyms", WORDS), ("hedges in other words", HEDGE_WORDS), ("spelling", SPELLINGS)):
        kept = [(gold["status"]["start"], gold["status"]["end"])] if gold["status"] else []
        yield Mutation(f"{report['id']}-{kind}", kind, report, _worded(text, table, kept))
    ends = [match.end() for match in re.finditer(r"[a-z]{4}\.(?= [A-Z]|$)", text, re.MULTILINE)]
    place = ends[len(ends) // 2] if ends else len(text)
    yield Mutation(f"{report['id']}-added", "added sentence", report, f"{text[:place]} {QUIET[0]}{text[place:]}")
    yield Mutation(f"{report['id']}-appended", "added paragraph", report, f"{text}\n\n{QUIET[1]}")
    yield Mutation(
        f"{report['id']}-notice", "a notice alone", report, f"{text}\n\nThis article was updated to add a comment."
    )
    twice = f"{text}\n\n{QUIET[0]} {QUIET[1]}"
    yield Mutation(
        f"{report['id']}-quiet", "reworded", report | {"text": twice}, twice.replace(QUIET[1], "So did both.")
    )


def _worded(text: str, table: dict[str, str], kept: list[tuple[int, int]]) -> str:
    """The text with other words from a table, but for the places that are kept."""
    words = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    pattern = rf"(?<!\w)(?:{words})(?!\w)" if "$" not in table else rf"(?<![A-Z])(?:{words})"
    pattern = re.compile(pattern + (BEFORE_FIGURE if table is HEDGE_WORDS else ""))
    return pattern.sub(
        lambda found: found[0] if any(a <= found.start() < b for a, b in kept) else table[found[0]], text
    )


# --- pages --------------------------------------------------------------------------------------------

RELATED = (
    "<aside class='related'><h3>Related articles</h3><ul>"
    "<li><a href='/a'>Rival offers $7.5 billion for chip group</a></li>"
    "<li><a href='/b'>Bank to buy 30% of insurer by June</a></li></ul></aside>"
)
COMMENTS = (
    "<section id='comments' class='comments'><h2>2 comments</h2><div class='comment'><p>I paid $40 a share in 2019 and "
    "would sell at $60.</p></div><div class='comment'><p>It should be 51%, at least.</p></div></section>"
)
ADVERT = "<div class='advert ad-slot'><p>Advertisement</p><p>Save 50% today: only $2 a month for 12 months</p></div>"
STAMP = "<p class='timestamp'>Last updated {} minutes ago</p>"
NOISES = ("furniture", "related links", "comments", "adverts", "time stamps", "entities", "quotes", "dashes", "layout")


def page(report: Row, noise: str = "") -> str:
    """The report as its outlet's page, with that kind of noise."""
    text = report["text"]
    if noise == "quotes":
        text = re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")
    if noise == "dashes":
        text = re.sub(r" [-–—] ", " -- ", re.sub(r"(?<=\w)-(?=\w)", "‑", text))
    parts = [escape(part, quote=False) for part in text.split("\n") if part.strip()]
    if noise == "entities":
        parts = [part.replace("$", "&#36;").replace("£", "&pound;").replace("€", "&euro;") for part in parts]
        parts = [re.sub(r"(?<=\d) (?=\w)", "&nbsp;", part) for part in parts]
    paragraphs = [f"<p>{part}</p>" for part in parts]
    if noise == "adverts":
        paragraphs.insert(1, ADVERT)
    if noise == "layout":
        paragraphs = [f"<div><section>\n  {part.replace(' ', '  ', 5)}\n</section></div>" for part in paragraphs]
    before = STAMP.format(5 if noise != "time stamps" else 45)
    after = (RELATED if noise == "related links" else "") + (COMMENTS if noise == "comments" else "")
    menu = "<nav><a href='/'>Home</a><a href='/deals'>Deals</a></nav>"
    menu += "<nav><a href='/top'>Top 10 stories</a><p>Share on 3 networks</p></nav>" if noise == "furniture" else ""
    foot = "<footer><p>Copyright 2026, 4 offices worldwide</p></footer>" if noise == "furniture" else ""
    title = escape(report["title"] or "A report")
    return (
        f"<html lang='en'><head><title>{title}</title></head><body>{menu}<main><article><h1>{title}</h1>{before}"
        f"{''.join(paragraphs)}</article></main>{after}{foot}</body></html>"
    )


def noises(report: Row) -> Iterator[Mutation]:
    """The report's page with each kind of noise."""
    for noise in NOISES:
        yield Mutation(f"{report['id']}-{noise}", noise, report, page(report, noise), page=True)
