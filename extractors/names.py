"""Names in a text: which capitals make a company, and which names are one company."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.lexicon import (
    BANKS,
    COMMON,
    COMPANY_ENDINGS,
    FIRST_NAMES,
    LEGAL_FORMS,
    NO_PARTIES,
    OFFICES,
    PLACES,
    SAME_COMPANY,
)
from extractors.models import Company
from extractors.tokens import Sentence, Tokens

# Common words that may still begin or continue a name of several words: "First Boston Corp", "Google Cloud".
_INSIDE = frozenset(
    "first national american british european general united global international best big data power new great one "
    "two three capital cloud centers centres market city western eastern northern southern pacific federal state key "
    "us group bank management energy gas oil water nuclear interest technology technologies artificial consumer retail group "
    "holdings financial computing computer steel electric digital media discovery oldest project "
    "industry trust services industrial industries insurance trade telephone television".split()
)
_JOINERS = frozenset("de von und la le du van et der di del da e y des".split())
_JOINED_LAST = frozenset("gas loan trust sons company chemical light power associates partners electric exchange".split())
_BEFORE_OF = frozenset("bank corp university house co board royal church institute chronicle industries".split())
_GENERIC = frozenset(
    "general first united american national bank new global international british royal western eastern northern southern "
    "pacific atlantic capital standard central great big digital federal data energy power city old best one "
    "the project advanced applied allied associated consolidated continental universal".split()
)
_SUCH_AS = ("-based", "-owned", "-listed", "-backed", "-led", "-controlled")
_AFTER_NAMES = frozenset("to for and has is was are will that which said says in with from at by on as would its who".split())
_DOTTED = frozenset(("u.s", "u.k", "bros"))
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Named:
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
        initials = "".join(word[0] for word in y if word not in ("and", "of", "the"))
        return x[0] == initials and len(initials) > 1 or y[-1] == x[0] and len(x[0]) > 4 and x[0] not in COMPANY_ENDINGS
    return len(x) > 1 and y[-len(x) :] == x


def names_in_title(read: Tokens, known: Names) -> Names:
    """Find the names of a title; where all its words have capitals, only those that the text knows."""
    if not any(_in_title_case(read, sentence) for sentence in read.sentences):
        return names_of(read)
    names = Names(read, called={key: Counter() for key in known.called}, sure=set(known.sure))
    for sentence in read.sentences:
        _take_known(names, sentence)
    return names


def names_of(read: Tokens, watched: Sequence[Company] = ()) -> Names:
    """Find the names of a text. Time grows with its length."""
    names = Names(read)
    aliases = {comparable_name(alias): comparable_name(c.name) for c in watched for alias in (c.name, *c.aliases)}
    surnames: set[str] = set()
    headlines = []
    tally = Counter(raw for raw in read.raw if raw[0].isupper())
    for sentence in read.sentences:
        if _in_title_case(read, sentence):
            headlines.append(sentence)
            continue
        i = sentence.first
        while i < sentence.last:
            last = _sequence(read, i, sentence.first) if _capital(read.raw[i]) else i
            if last > i:
                for first, end in _apart(read, i, last, tally):
                    _take(names, first, end, surnames, aliases, first == sentence.first)
            i = max(last, i + 1)
    for sentence in headlines:
        _take_known(names, sentence)
    names.found.sort(key=lambda one: one.first)
    for one in names.found:
        read.within.update(range(one.first + 1, one.last))
    return names


def _apart(read: Tokens, first: int, last: int, tally: Counter[str]) -> list[tuple[int, int]]:
    """Two names that only stand side by side, as where a headline runs into the text: "for OpenAI Nvidia plans"."""
    if last - first != 2 or read.low[last - 1] in COMPANY_ENDINGS:
        return [(first, last)]
    one, two = tally[read.raw[first]], tally[read.raw[last - 1]]
    if one > 2 and two > 2 and _sure(read, first, first + 1) and one != two:
        return [(first, first + 1), (last - 1, last)]
    beside = (read.raw[last] if last < len(read) else "x") + (read.raw[first - 1] if first else "x")
    if not beside[0].isupper():
        return [(first, last)]
    if one > 2 and two < 2:
        return [(first, first + 1)]
    return [(last - 1, last)] if two > 2 and one < 2 else [(first, last)]


def _in_title_case(read: Tokens, sentence: Sentence) -> bool:
    """Whether nearly every word has a capital, so that capitals mean nothing."""
    words = [raw for raw in read.raw[sentence.first : sentence.last] if raw[0].isalpha() and len(raw) > 3]
    return len(words) > 4 and sum(raw[0].isupper() for raw in words) > 0.75 * len(words)


def _take_known(names: Names, sentence: Sentence) -> None:
    """In a headline only what the text names elsewhere, or what its form shows, is a name."""
    read, i = names.read, sentence.first
    while i < sentence.last:
        if _capital(read.raw[i]) and not _common(read.low[i]):
            last = i + 1
            while last < sentence.last and last - i < 3 and _capital(read.raw[last]):
                last += 1
            for j in range(last, i, -1):
                plain = comparable_name(read.words(i, j))
                key = plain if plain in names.called else None
                if key is None and j - i == 1:
                    key = _known(names, plain) or (plain if _sure(read, i, j) and plain not in NO_PARTIES else None)
                if key:
                    names.called.setdefault(key, Counter())[read.words(i, j)] += 1
                    names.found.append(Named(i, j, key, key in names.sure))
                    i = j - 1
                    break
        i += 1


def _take(names: Names, first: int, last: int, surnames: set[str], aliases: dict[str, str], opens: bool) -> None:
    read = names.read
    for i in range(first, last - 1):
        if read.low[i].endswith(_SUCH_AS):
            first = i + 1
    if _person(read, first, last) or (last - first == 1 and read.low[first] in surnames):
        surnames.add(read.low[last - 1])
        names.full.setdefault(read.low[last - 1], " ".join(read.words(first, last).split()))
        names.found.append(Named(first, last, read.low[last - 1], False, True))
        return
    bare = " ".join(read.words(first, _without_form(read, first, last)).split())
    plain = comparable_name(bare)
    if not plain or plain in NO_PARTIES or bare.lower() in NO_PARTIES or _all_places(read, first, last):
        return
    if last - first == 1 and opens and plain not in names.called and _lower_elsewhere(read, first):
        return
    sure = _sure(read, first, last) or plain in aliases
    key = aliases.get(plain) or _known(names, plain) or plain
    if sure:
        names.sure.add(key)
    names.called.setdefault(key, Counter())[bare] += 1
    if key not in names.full or (key not in names.formal and _formal(read, first, last)):
        names.full[key] = bare
    if _formal(read, first, last):
        names.formal.add(key)
    names.found.append(Named(first, last, key, sure))
    ticker = _in_brackets(read, last)
    if ticker and plain != ticker:
        names.called.setdefault(key, Counter())
        names.full.setdefault(ticker, bare)
        aliases.setdefault(ticker, key)


def _lower_elsewhere(read: Tokens, i: int) -> bool:
    """Whether the opening word of a sentence is also written small in the first part of the text."""
    word = read.low[i]
    return word.isalpha() and word in read.raw[:400]


def _known(names: Names, plain: str) -> str | None:
    """The company found before that this name is a form of, if any."""
    if plain in names.called:
        return plain
    for key in names.called:
        if key[:2] == plain[:2] or len(plain) < 6 or len(key) < 6 or plain.endswith(key) or key.endswith(plain):
            if _same(key, plain):
                return key
    return None


def _capital(word: str) -> bool:
    if word[0].isupper():
        return True
    if word[0].isdigit():
        return "-" in word and word.split("-", 1)[1][:1].isupper() and len(word) > 5 and not word.isupper()
    return len(word) > 2 and word[0].isalpha() and word[1].isupper()


def _common(word: str) -> bool:
    return word in COMMON or (len(word) == 1 and word not in "x")


def _sequence(read: Tokens, i: int, opener: int) -> int:
    """Where the name that begins at token `i` ends; `i` itself where none begins."""
    low, raw = read.low, read.raw
    whole = _to_form(read, i, opener)
    if whole:
        return whole
    if low[i] in OFFICES or (_common(low[i]) and not _may_begin(read, i, opener)):
        return i
    if i == opener and low[i].endswith(("ing", "ly", "ed")) and not (i + 1 < len(low) and _goes_on(read, i + 1)):
        return i
    if low[i] in NO_PARTIES and i + 1 < len(low) and _sure(read, i + 1, i + 2):
        return i + 1  # "(Bloomberg) OpenAI" without its brackets
    j = i + 1
    while j < len(low) and j - i < _MOST_WORDS and not read.owns[j - 1]:
        if _goes_on(read, j):
            j += 1
        elif (low[j] == "&" or low[j] in _JOINERS) and j + 1 < len(low) and (
            _goes_on(read, j + 1) or (low[j] == "&" and len(raw[j + 1]) == 1)
        ):
            j += 2
        elif low[j] == "of" and low[j - 1] in _BEFORE_OF and j + 1 < len(low) and _capital(raw[j + 1]):
            j += 2
        elif low[j] == "and" and _closes_later(read, i, j):
            j += 2
        elif raw[j] == "," and j + 1 < len(low) and low[j + 1] in LEGAL_FORMS and raw[j + 1][0].isupper():
            j += 2
        elif raw[j] == "." and (len(raw[j - 1]) == 1 or low[j - 1] in _DOTTED) and j + 1 < len(low) and _goes_on(read, j + 1):
            j += 2
        else:
            break
    return i if all(_common(word) or word in LEGAL_FORMS for word in low[i:j]) else j


def _may_begin(read: Tokens, i: int, opener: int) -> bool:
    if i + 2 >= len(read):
        return False
    if read.low[i] in _INSIDE and _goes_on(read, i + 1):
        return True
    if read.low[i] in _DOTTED and read.raw[i + 1] == ".":
        return read.low[i + 2] in COMPANY_ENDINGS and read.raw[i + 2][0].isupper()
    return read.low[i + 1] == "&" or (i != opener and read.low[i + 1] == "and" and _closes_later(read, i, i + 1))


def _to_form(read: Tokens, i: int, opener: int) -> int:
    """Where "Image Video Inc" ends: words with capitals, however common, up to a legal form; 0 where none comes."""
    if read.low[i] in OFFICES or (_common(read.low[i]) and i == opener and read.low[i] not in _INSIDE):
        return 0
    j = i + 1
    while j < len(read) and j - i < 6 and not read.owns[j - 1]:
        if read.low[j] in LEGAL_FORMS and (read.raw[j][0].isupper() or read.low[j] == "plc"):
            while j + 1 < len(read) and read.low[j + 1] in LEGAL_FORMS and read.raw[j + 1][0].isupper():
                j += 1
            return j + 1
        if not _capital(read.raw[j]) or read.low[j] in OFFICES:
            return 0
        j += 1
    return 0


def _goes_on(read: Tokens, j: int) -> bool:
    word, raw = read.low[j], read.raw[j]
    if not _capital(raw) and word not in ("plc", "co"):
        return False
    if len(raw) > 2 and raw.isupper() and not read.raw[j - 1].isupper() and word not in COMPANY_ENDINGS:
        return False  # "Nvidia NEW YORK": a dateline begins
    if word == "ai":  # "Scale AI said", but "Nvidia AI chips"
        return j + 1 >= len(read) or read.owns[j] or not read.raw[j + 1][0].isalpha() or read.low[j + 1] in _AFTER_NAMES
    return word not in OFFICES and (not _common(word) or word in _INSIDE or word in COMPANY_ENDINGS)


def _closes_later(read: Tokens, first: int, j: int) -> bool:
    """Whether "A and B Inc" at `j` is one name: a legal form follows, and none went before."""
    if any(word in LEGAL_FORMS for word in read.low[first:j]):
        return False
    k = j + 1
    if k < len(read) and read.low[k] in _JOINED_LAST and read.raw[k][0].isupper():
        return True
    while k < len(read) and k - j < 4 and _capital(read.raw[k]) and not read.owns[k]:
        if (read.low[k] in LEGAL_FORMS or read.low[k] in ("association", "loan", "refining")) and k > j + 1:
            return True
        k += 1
    return k > j + 1 and k < len(read) and read.low[k] in LEGAL_FORMS


def _without_form(read: Tokens, first: int, last: int) -> int:
    """The end of the name without "Inc" and its like."""
    while last - first > 1 and (read.low[last - 1] in LEGAL_FORMS or read.raw[last - 1] == ","):
        last -= 1
    return last


def _person(read: Tokens, first: int, last: int) -> bool:
    if read.low[last - 1] in COMPANY_ENDINGS or last - first > 4:
        return False
    words = last - first
    if words > 1 and read.low[first] in FIRST_NAMES:
        return True
    if words > 1 and len(read.raw[first]) == 1 and read.raw[first + 1] == ".":
        return True
    before = read.low[first - 1] if first else ""
    if before in ("mr", "mrs", "ms", "dr", "sir", "judge", "justice") or (before == "." and read.low[first - 2 : first - 1] in (["mr"], ["dr"])):
        return True
    return before in OFFICES and before not in ("partner", "investor", "director", "head", "host") and (
        words > 1 or read.raw[first - 1][0].isupper()
    )


def _all_places(read: Tokens, first: int, last: int) -> bool:
    if last - first == 2 and read.low[first] in _PLACE_BEGINS and not _sure(read, first, last):
        return True
    return all(word in PLACES or word in (".", ",", "of", "and", "city") for word in read.low[first:last])


_PLACE_BEGINS = frozenset("san santa los las fort mount lake river new north south east west saint st port cape el".split())


def _sure(read: Tokens, first: int, last: int) -> bool:
    word = read.raw[first]
    if last - first > 1 and any(part in COMPANY_ENDINGS or part == "&" for part in read.low[first + 1 : last]):
        return True
    inner = any(letter.isupper() for letter in word[1:]) and not word.isupper() and "-" not in word and "." not in word
    return inner or bool(_in_brackets(read, last))


def _formal(read: Tokens, first: int, last: int) -> bool:
    return read.low[last - 1] in LEGAL_FORMS or bool(_in_brackets(read, last))


def _in_brackets(read: Tokens, last: int) -> str | None:
    """The ticker or short form in brackets after a name, in lower case."""
    raw = read.raw[last : last + 7]
    if raw[:1] == ["."]:
        raw = raw[1:]
    if len(raw) < 3 or raw[0] != "(":
        return None
    if raw[2] == ")" and raw[1].isalpha() and raw[1].isupper() and len(raw[1]) <= 6:
        return raw[1].lower()
    if raw[2] == ":" and ")" in raw[3:6] and raw[1].isupper():
        return raw[3].lower()
    return None


def is_bank(key: str) -> bool:
    """Whether a name is one of the banks that advise on deals of others."""
    return key in BANKS
