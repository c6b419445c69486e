"""Is this the same report? Fingerprints propose, word order decides, and a story is whatever hangs together."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from rapidfuzz.distance import LCSseq, Levenshtein

from extractors.models import Membership, StoryMember, Version, stable_id
from extractors.pages.texts import WORD, names_in

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty",
    "ninety hundred thousand million billion trillion mln bn half quarter",
)
NUMBER_WORDS = frozenset(" ".join(NUMBERS).split())
LONGEST = 2_000  # words that are compared; wire reports are shorter, and time grows with the product of two lengths
BRIEF = 40  # words; below, the title is part of the report, and chance agreement is near
SHORT = 120  # words; so short are the reports that are written by filling in a template
FILLED_IN = 4  # words of a gap in a template: the longest names
KEPT = 16  # hashes of a sketch
SHARED = 3  # hashes that make a candidate: a text cut to a third still has them in 94 of 100 cases
BOILERPLATE = 1_000  # texts of one batch that share a hash; beyond, it is a phrase of the trade, not of a report
WINDOW = timedelta(days=14)  # the same words a month later are a template ("X raises stake in Y"), not a copy


@dataclass(frozen=True, slots=True)
class Rule:
    """Least agreement of the shorter text with the longer, in percent, for two texts to be one report."""

    triples: int  # masked word triples that the longer has too: the same sentences
    order: int  # words in the same order (longest common subsequence): not the same phrases in another report
    names: int  # capitalised words that the other has too, one forgiven: not a template filled in for another company
    words: int = 0  # least length


# Set on 2,448 wire stories of 1987 and their known near-duplicates. Reports made from one template ("X cuts stake in
# Y") reach 70 triples and 88 order, but their names differ; two reports on one event stay below 45 triples.
RULES = (
    Rule(triples=65, order=75, names=85),  # copies, cut, extended, edited
    Rule(triples=45, order=70, names=95, words=BRIEF),  # light rewrites
)
BRIEF_ORDER = 85  # of texts under BRIEF words: one clause of boilerplate is half of such a text
SAME_ARTICLE = 30  # order, at one address: below, the page was put to another use


def masked(text: str) -> tuple[str, ...]:
    """The words in lower case, each run of figures one "#": a copy with another figure is still a copy."""
    words: list[str] = []
    for match in WORD.finditer(unicodedata.normalize("NFKC", text[: LONGEST * 20]).lower()):
        word = match[0]
        figure = word in NUMBER_WORDS or any(char.isdigit() for char in word)
        if not (figure and words and words[-1] == "#"):
            words.append("#" if figure else word)
        if len(words) == LONGEST:
            break
    return tuple(words)


def sketch(text: str) -> tuple[int, ...]:
    """The fingerprint of a text: the smallest hashes of its masked word triples, the same on every machine.

    Copies share three of them or more (`SHARED`); so do a few strangers, and `same_report` decides.
    """
    words = masked(text)
    return tuple(sorted({_hash(triple) for triple in zip(words, words[1:], words[2:], strict=False)})[:KEPT])


def substance(title: str | None, text: str) -> str:
    """What is compared: the text, and of a brief the title too."""
    return f"{title}\n{text}" if title and len(text.split()) < BRIEF else text


def likeness(a: str, b: str) -> float:
    """How much of the shorter text stands in the longer in the same order, 0 to 100; figures do not count."""
    return _order(_face(a), _face(b))


def same_report(a: str, b: str) -> bool:
    """Whether two texts are one report: copies, cut, extended, with another header or figure, lightly rewritten."""
    return _same(_face(a), _face(b))


@dataclass(frozen=True, slots=True)
class Filed:
    """A version that is in a story already."""

    story_id: str
    version: Version


def group(fresh: Sequence[Version], near: Iterable[Filed] = ()) -> list[StoryMember]:
    """Put fresh versions into stories: with those they copy, or into stories of their own.

    `near` holds all members of every story of which one member shares `SHARED` hashes with a fresh version's sketch, or
    is of the same article. Returned is where each of all these stands now: write every one, since a fresh version may
    be an earlier origin. One that copies members of two stories makes them one: the story of which a member came first
    gives its id, and the other's members move to it. Both sequences are in order of arrival.

    Alike is alike whatever came first, so groups and origins do not depend on the order of arrival or on how it was cut
    into batches, as long as no hash is held by more than `BOILERPLATE` texts. The id is that of the member that came
    first: it stays however a run is cut, and only another order of arrival makes another one.
    """
    filed = {member.version.version_id: member for member in near}
    new = {version.version_id: version for version in fresh if version.version_id not in filed}
    versions = {**{key: member.version for key, member in filed.items()}, **new}
    leader = {key: key for key in versions}
    for story in _stories_of(filed.values()):
        _unite(leader, *story)
    for key, other in _candidates(versions, new):
        if _root(leader, key) != _root(leader, other) and _one_report(versions[key], versions[other]):
            _unite(leader, key, other)
    groups: dict[str, list[Version]] = defaultdict(list)
    for key in sorted(versions):
        groups[_root(leader, key)].append(versions[key])
    place = {key: number for number, key in enumerate(versions)}
    return [member for some in groups.values() for member in _members(some, filed, place)]


def origin_first(version: Version) -> tuple[object, ...]:
    """The order that makes an origin: reported first, not crediting another, nearest to the deal, and then by id."""
    return (version.reported.earliest, credits_another(version), version.tier.rank, version.version_id)


CREDIT = re.compile(
    r"\((?:reuters|ap|afp|bloomberg|dpa|pti|ani|xinhua|upi)\)"
    r"|\b(?:via|by|from|source:) (?:reuters|associated press|bloomberg|afp|business wire|pr newswire|globe ?newswire)\b"
    r"|\bfirst (?:appeared|published) (?:on|in|at|by)\b",
    re.IGNORECASE,
)


def credits_another(version: Version) -> bool:
    """Whether the text names the agency or outlet that it was taken from: "(Reuters)", "first appeared on"."""
    ends = f"{version.text[:300]}\n{version.text[-300:]}"
    found = CREDIT.search(ends)
    return found is not None and (version.outlet or "\0").lower() not in found[0].lower()


@dataclass(frozen=True, slots=True)
class _Face:
    """What two texts are compared by."""

    words: tuple[int, ...]  # masked words, hashed
    triples: frozenset[tuple[int, int, int]]
    names: frozenset[str]


@lru_cache(maxsize=4_096)
def _face(text: str) -> _Face:
    words = tuple(crc32(word.encode()) for word in masked(text))
    return _Face(words, frozenset(zip(words, words[1:], words[2:], strict=False)), names_in(text[: LONGEST * 20]))


def _order(a: _Face, b: _Face) -> float:
    shorter = min(len(a.words), len(b.words))
    return 100.0 * LCSseq.similarity(a.words, b.words) / shorter if shorter else 0.0


def _share(a: Set[object], b: Set[object], free: int = 0) -> float:
    """How many of the fewer are among the more, in percent. `free` of those that are not are forgiven."""
    fewer, more = sorted((a, b), key=len)
    return 100.0 * min(len(fewer), len(fewer & more) + free) / len(fewer) if fewer else 100.0


def _same(a: _Face, b: _Face) -> bool:
    shorter = min(len(a.words), len(b.words))
    triples, names = _share(a.triples, b.triples), _share(a.names, b.names, free=1)
    fitting = [r for r in RULES if triples >= r.triples and names >= r.names and shorter >= max(r.words, 3)]
    if not fitting:
        return False
    if shorter < SHORT and _filled_in_anew(a, b):
        return False
    least = min(rule.order for rule in fitting)
    return _order(a, b) >= (max(least, BRIEF_ORDER) if shorter < BRIEF else least)


def _filled_in_anew(a: _Face, b: _Face) -> bool:
    """Whether a name stands where the other has another name: a template filled in for another company.

    Not at the head, where places and bylines stand.
    """
    mine, theirs = _hashed(a.names - b.names), _hashed(b.names - a.names)
    if not mine or not theirs:
        return False
    for step in Levenshtein.opcodes(a.words, b.words):
        before, after = a.words[step.src_start : step.src_end], b.words[step.dest_start : step.dest_end]
        if step.tag == "replace" and step.src_start > 0 and max(len(before), len(after)) <= FILLED_IN:
            here, there = [mine[w] for w in before if w in mine], [theirs[w] for w in after if w in theirs]
            if here and there and not any(_spelt_alike(one, other) for one in here for other in there):
                return True
    return False


def _hashed(names: Iterable[str]) -> dict[int, str]:
    return {crc32(name.encode()): name for name in names}


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two words are one name, misspelt or cut short: "Jan" and "January"."""
    return one.startswith(other) or other.startswith(one) or Levenshtein.distance(one, other) <= 2


def _one_report(a: Version, b: Version) -> bool:
    """Two versions: of one article unless it is another text altogether; else alike and of the same days."""
    one, other = _face(substance(a.title, a.text)), _face(substance(b.title, b.text))
    if a.article_id == b.article_id:
        return _order(one, other) >= SAME_ARTICLE
    if a.published and b.published and not _within(a, b):
        return False
    return _same(one, other)


def _within(a: Version, b: Version) -> bool:
    """Whether the days overlap, or lie no further apart than copies do."""
    gap = max(a.reported.earliest, b.reported.earliest) - min(a.reported.latest, b.reported.latest)
    return gap <= WINDOW


def _candidates(versions: dict[str, Version], new: dict[str, Version]) -> Iterator[tuple[str, str]]:
    """Pairs with a fresh version in them that share enough, the likeliest first."""
    holders: dict[object, list[str]] = defaultdict(list)
    for key, version in versions.items():
        for mark in (*sketch(substance(version.title, version.text)), version.article_id):
            holders[mark].append(key)
    for key, version in new.items():
        marks = sketch(substance(version.title, version.text))
        shared = Counter(
            other for mark in marks if len(holders[mark]) <= BOILERPLATE for other in holders[mark] if other != key
        )
        for other in holders[version.article_id]:
            shared[other] += KEPT if other != key else 0
        yield from ((key, other) for other, count in shared.most_common() if count >= SHARED)


def _stories_of(filed: Iterable[Filed]) -> Iterable[list[str]]:
    stories: dict[str, list[str]] = defaultdict(list)
    for member in filed:
        stories[member.story_id].append(member.version.version_id)
    return stories.values()


def _root(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        leader[key] = leader[leader[key]]
        key = leader[key]
    return key


def _unite(leader: dict[str, str], *keys: str) -> None:
    first = _root(leader, keys[0])
    for key in keys[1:]:
        leader[_root(leader, key)] = first


def _members(versions: Sequence[Version], filed: dict[str, Filed], place: dict[str, int]) -> list[StoryMember]:
    """One story, its origin first. The version that came first gives the id: that of its story, or a new one."""
    ordered = sorted(versions, key=origin_first)
    origin, first = ordered[0], min((version.version_id for version in versions), key=lambda key: place[key])
    story_id = filed[first].story_id if first in filed else stable_id("story", first)
    face = _face(substance(origin.title, origin.text))
    return [
        StoryMember(
            story_id,
            version.version_id,
            version.article_id,
            round(_order(face, _face(substance(version.title, version.text))), 1),
            Membership.ORIGIN if version is origin else Membership.COPY,
        )
        for version in ordered
    ]


def _hash(triple: tuple[str, str, str]) -> int:
    """63 bits, so that it fits a signed 64-bit column."""
    return int.from_bytes(blake2b(" ".join(triple).encode(), digest_size=8).digest()) >> 1
