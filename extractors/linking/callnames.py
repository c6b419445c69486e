"""By what a company, a place or a figure is recognised in another report."""

from collections.abc import Iterable, Iterator

from extractors.models import Days, Figure, Reading
from extractors.pages.texts import names_in
from extractors.reading.namesakes import comparable_name, same_company

MOST_NAMED = 80  # names tried of an opening
CALENDAR = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
        *("december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ceo", "chief"),
    )
)
# Capitals that stand in reports on anything: agencies, forms, units, countries of most companies.
EVERYWHERE = frozenset(
    (
        *(
            "the",
            "reuters",
            "bloomberg",
            "ap",
            "afp",
            "us",
            "uk",
            "eu",
            "ai",
            "usd",
            "gpu",
            "gpus",
            "llm",
            "ipo",
            "esg",
        ),
        *("inc", "corp", "ltd", "plc", "llc", "company", "group", "holdings", "co", "sa", "ag", "nv", "se"),
        *("exclusive", "update", "report", "source", "sources", "analysis", "breaking", "correction", "opinion"),
        *("q1", "q2", "q3", "q4", "ebitda", "gw", "mw", "cfo", "coo", "president", "chairman", "mr", "ms", "mrs"),
    )
)


def aliases(name: str) -> tuple[str, ...]:
    """The names in a name: "Google (Alphabet)" is called both."""
    before, bracket, inside = name.partition("(")
    names = (before.strip(), inside.partition(")")[0].strip()) if bracket else (name.strip(),)
    return tuple(part for part in names if part) or (name,)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The companies, each once, under the first of its names: "Velora (Quillon)" joins Velora and Quillon."""
    kept: dict[str, list[str]] = {}
    for name in names:
        mine = list(aliases(name))
        same = [first for first, others in kept.items() if _is_part(first) == _is_part(name) and _meet(mine, others)]
        for first in same[1:]:
            mine += kept.pop(first)
        kept.setdefault(same[0] if same else name, []).extend(mine)
    return tuple(kept)


def _meet(ones: Iterable[str], others: Iterable[str]) -> bool:
    return any(same_company(one, other) for one in ones for other in others)


def _is_part(name: str) -> bool:
    """Whether it is a part of a company, called after its owner: "Teck's coal operations" are not Teck."""
    return "'s " in name or "’s " in name


def capitalised(text: str) -> tuple[str, ...]:
    """Each capitalised word, and each two or three of them in a row."""
    words = [word.strip(".,;:!?\"“”'’()") for word in text.replace("’s ", " ").replace("'s ", " ").split()]
    found: dict[str, None] = {}
    for at in range(len(words)):
        for last in range(at + 1, min(at + 3, len(words)) + 1):
            if not any(letter.isupper() for letter in words[last - 1]):
                break
            found[" ".join(words[at:last])] = None
    return tuple(found)[:MOST_NAMED]


def topics_in(text: str) -> frozenset[str]:
    """The names in a text that are not of the calendar, nor in any report."""
    return names_in(text) - CALENDAR - EVERYWHERE


def title_words(title: str | None) -> frozenset[str]:
    """The words of a title: a name that stands there is what the report is about."""
    words = (title or "").replace("’s", "").replace("'s", "").casefold().split()
    plain = (word.strip(".,;:!?\"“”'’()") for word in words)
    return frozenset(word for word in plain if len(word) > 2 and word.isalpha()) - CALENDAR - EVERYWHERE


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of the names, without their legal forms."""
    return frozenset(word for name in names for word in comparable_name(name).split())


def keys(name: str) -> set[str]:
    """By what a name is found: written together, first and last word, initials."""
    words = comparable_name(name).split()
    if not words:
        return set()
    initials = "".join(word[0] for word in words if word not in ("and", "of", "the"))
    return {"".join(words), words[0], words[-1], *([initials] if len(initials) > 1 else [])}


def marks(reading: Reading) -> Iterator[str]:
    """What a figure is recognised by in another report: amounts and closed ranges of days; statuses are too few."""
    if isinstance(reading, Figure):
        for number in (reading.value, reading.low, reading.high):
            if number is not None and number >= 2:
                yield f"{reading.unit} {number.normalize()}"
    elif isinstance(reading, Days) and reading.start and reading.end:
        yield f"days {reading.start} {reading.end}"
