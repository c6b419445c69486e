"""Names in a text: which capitals make a company, and which names are one company."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from extractors.models import Company
from extractors.reading.alike import Alike, initials
from extractors.reading.capitals import (
    SUCH_AS,
    all_places,
    apart,
    in_brackets,
    in_title_case,
    is_capital,
    is_common,
    is_formal,
    is_person,
    name_end,
    sure_form,
    used_as_names,
    without_form,
)
from extractors.reading.lexicon import (
    BANKS,
    COMPANY_ENDINGS,
    LEGAL_FORMS,
    NO_PARTIES,
    SAME_COMPANY,
    words,
)
from extractors.reading.tokens import Sentence, Tokens

_GENERIC = words(
    """
    general first united american national bank new global international british royal western eastern northern
    southern pacific atlantic capital standard central great big digital federal data energy power city old best one
    the project advanced applied allied associated consolidated continental universal
    """
)
_MOST_NAMES = 300  # a text that names more companies is a list; each further name stands for itself


class Named(NamedTuple):
    """One name at one place: the tokens from `first` to `last` (not included) and the key of what it names."""

    first: int
    last: int
    key: str
    sure: bool  # its form alone shows a company
    person: bool = False


@dataclass(slots=True)
class Names:
    """All companies and people that a text names, in order, and how each is best called."""

    read: Tokens
    found: list[Named] = field(default_factory=list)
    called: dict[str, Counter[str]] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    formal: set[str] = field(default_factory=set)  # named in full, with a legal form or ticker
    alike: Alike = field(default_factory=Alike)  # the keys of `called`
    early: frozenset[str] = frozenset()  # the words of the first part of the text
    places: dict[frozenset[str], list[Named]] = field(default_factory=dict)

    def forms(self, key: str) -> Counter[str]:
        """How often each form of a name was met."""
        if key not in self.called:
            self.called[key] = Counter()
        return self.called[key]

    def of(self, keys: frozenset[str]) -> list[Named]:
        """Where any of these is named, in order. Kept: it is asked for figure after figure."""
        if keys not in self.places:
            self.places[keys] = [one for one in self.found if one.key in keys]
        return self.places[keys]

    def display(self, key: str) -> str:
        """The fullest common form of a name: without its legal form, not just once with a word too many."""
        forms = self.called.get(key)
        if not forms:
            return self.full.get(key, key)
        first = self.full.get(key) or next(iter(forms))
        usual = max(forms, key=lambda form: forms[form])
        return first if len(first) >= len(usual) or forms[usual] < 3 else usual


@lru_cache(maxsize=4096)
def comparable_name(name: str) -> str:
    """A name as it is compared: without legal form, case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain.replace("&", " and "))
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'s ", " ")).split()
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS | {"holdings", "group"}:
        words.pop()
    joined = " ".join(words)
    return SAME_COMPANY.get(joined, joined)


def same_company(a: str, b: str) -> bool:
    """Whether two names are of one company: "Nvidia Corp." and "Nvidia", "AWS" and "Amazon Web Services"."""
    return _same(comparable_name(a), comparable_name(b))


def _same(one: str, two: str) -> bool:
    if not one or not two:
        return False
    if one == two or one.replace(" ", "") == two.replace(" ", ""):
        return True
    x, y = sorted((one.split(), two.split()), key=len)
    if len(x) == len(y):
        return False
    if y[: len(x)] == x:
        return x[0] not in _GENERIC or len(x) > 1
    if len(x) == 1:
        first_letters = initials(y)
        return (x[0] == first_letters and len(first_letters) > 1) or (
            y[-1] == x[0] and len(x[0]) > 4 and x[0] not in COMPANY_ENDINGS
        )
    return len(x) > 1 and y[-len(x) :] == x


def names_in_title(read: Tokens, known: Names) -> Names:
    """Find the names of a title; where all its words have capitals, only those that the text knows."""
    if not any(in_title_case(read, sentence) for sentence in read.sentences):
        return names_of(read)
    names = Names(read, called={key: Counter() for key in known.called}, sure=set(known.sure))
    for sentence in read.sentences:
        _take_known(names, sentence)
    return names


def names_of(read: Tokens, watched: Sequence[Company] = ()) -> Names:
    """Find the names of a text. Time grows with its length."""
    names = Names(read, early=frozenset(read.raw[:_EARLY]))
    aliases = {comparable_name(alias): comparable_name(c.name) for c in watched for alias in (c.name, *c.aliases)}
    surnames: set[str] = set()
    headlines = []
    counted = Counter(read.raw)
    capitals = {raw for raw in counted if not raw.islower() and is_capital(raw)}
    tally = Counter({raw: counted[raw] for raw in capitals if raw[0].isupper()})
    used = used_as_names(read, tally)
    for sentence in read.sentences:
        if in_title_case(read, sentence):
            headlines.append(sentence)
            continue
        last = sentence.first
        for i in [i for i in range(sentence.first, sentence.last) if read.raw[i] in capitals]:
            if i < last:
                continue
            last = name_end(read, i, sentence.first, used)
            if last > i:
                for first, end in apart(read, i, last, tally):
                    _take(names, first, end, surnames, aliases, first == sentence.first)
    for sentence in headlines:
        _take_known(names, sentence)
    names.found.sort(key=lambda one: one.first)
    for one in names.found:
        read.within.update(range(one.first + 1, one.last))
    return names


def _take_known(names: Names, sentence: Sentence) -> None:
    """In a headline only what the text names elsewhere, or what its form shows, is a name."""
    read, i = names.read, sentence.first
    while i < sentence.last:
        if is_capital(read.raw[i]) and not is_common(read.low[i]) and read.low[i] not in LEGAL_FORMS:
            last = i + 1
            while last < sentence.last and last - i < 3 and is_capital(read.raw[last]):
                last += 1
            for j in range(last, i, -1):
                plain = comparable_name(read.words(i, j))
                key = plain if plain in names.called else None
                if key is None and j - i == 1:
                    key = _known(names, plain) or (plain if sure_form(read, i, j) and plain not in NO_PARTIES else None)
                if key:
                    names.forms(key)[read.words(i, j)] += 1
                    names.found.append(Named(i, j, key, key in names.sure))
                    i = j - 1
                    break
        i += 1


def _take(names: Names, first: int, last: int, surnames: set[str], aliases: dict[str, str], opens: bool) -> None:
    read = names.read
    for i in range(first, last - 1):
        if "-" in read.low[i] and read.low[i].endswith(SUCH_AS):
            first = i + 1
    if is_person(read, first, last) or (last - first == 1 and read.low[first] in surnames):
        surnames.add(read.low[last - 1])
        names.full.setdefault(read.low[last - 1], " ".join(read.words(first, last).split()))
        names.found.append(Named(first, last, read.low[last - 1], False, True))
        return
    bare = " ".join(read.words(first, without_form(read, first, last)).split())
    plain = comparable_name(bare)
    if not plain or plain in NO_PARTIES or bare.lower() in NO_PARTIES or all_places(read, first, last):
        return
    shown, formal = sure_form(read, first, last), is_formal(read, first, last)
    if plain not in names.called:
        if not shown and _is_site(read, first, last):
            return
        if _is_product(read, first, last) or _is_outlet(read, first, last):
            return
        if last - first == 1 and opens and _lower_elsewhere(names, first):
            return
    sure = shown or plain in aliases
    key = aliases.get(plain) or _known(names, plain, formal) or plain
    if sure:
        names.sure.add(key)
    names.forms(key)[bare] += 1
    if key not in names.full or (key not in names.formal and formal):
        names.full[key] = bare
    if formal:
        names.formal.add(key)
    names.found.append(Named(first, last, key, sure))
    ticker = in_brackets(read, last)
    if ticker and plain != ticker:
        names.forms(key)
        names.full.setdefault(ticker, bare)
        aliases.setdefault(ticker, key)


def _is_product(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is of goods: in quotation marks, or after "the maker of" and in the list that follows."""
    if read.raw[first - 1 : first] in (['"'], ["“"]) and read.raw[last : last + 1] in (['"'], ["”"], [","]):
        return True
    i = first - 1
    while i > 0 and first - i < _LONG_LIST and (read.low[i] in _LISTED or is_capital(read.raw[i])):
        i -= 1
    return read.low[i] in ("of", "behind") and read.low[i - 1] in _MAKERS


def _is_site(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is of a place where something stands: "the Clinton plant"."""
    return read.low[last : last + 1] != [] and read.low[last] in _SITES and read.low[first - 1] in ("the", "at", "its")


_SITES = words("plant plants reactor reactors campus site station mine field project terminal complex refinery fab")


def _is_outlet(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is that of who reports: "BRUSSELS (Northline) —", "told Northline"."""
    if read.low[first - 1 : first] == ["told"]:
        return True
    return (
        read.raw[first - 1 : first] == ["("]
        and read.raw[last : last + 1] == [")"]
        and (read.raw[last + 1 : last + 2] in (["-"], ["–"], ["—"]))
    )


_LONG_LIST = 14  # words
_LISTED = words("and , & the or")
_MAKERS = words("maker makers brand brands home publisher group company")


def _lower_elsewhere(names: Names, i: int) -> bool:
    """Whether the opening word of a sentence is also written small in the first part of the text."""
    word = names.read.low[i]
    return word.isalpha() and word in names.early


_EARLY = 400  # words


def _known(names: Names, plain: str, formal: bool = False) -> str | None:
    """The company found before that this name is a form of, if any; two full names are two companies."""
    if plain in names.called or len(names.called) > _MOST_NAMES:
        return plain
    for key in names.alike.to(plain, names.called):
        near = key[:2] == plain[:2] or len(plain) < 6 or len(key) < 6 or plain.endswith(key) or key.endswith(plain)
        if near and _same(key, plain) and not (key in names.formal and formal):
            return key
    return None


def is_bank(key: str) -> bool:
    """Whether a name is one of the banks that advise on deals of others."""
    return key in BANKS
