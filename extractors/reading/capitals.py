"""Where a name begins and ends among the words."""

from collections import Counter

from extractors.reading.forms import sure_form
from extractors.reading.lexicon import (
    COMMON,
    COMPANY_ENDINGS,
    LEGAL_FORMS,
    NO_OPENERS,
    NO_PARTIES,
    OFFICES,
    words,
)
from extractors.reading.namesakes import comparable_name
from extractors.reading.ordinary import is_ordinary
from extractors.reading.shapes import is_capital
from extractors.reading.tokens import Sentence, Tokens
from extractors.reading.wellknown import KNOWN

# Common words that may still begin or continue a name of several words: "First Boston Corp", "Google Cloud".
_INSIDE = words(
    """
    first national american british european general united global international best big data power new great one two
    three capital cloud centers centres market city western eastern northern southern pacific federal state key us
    group bank management energy gas oil water nuclear interest technology technologies artificial consumer retail
    group holdings financial computing computer steel electric digital media discovery oldest project industry trust
    services industrial industries insurance trade telephone television union infrastructure resources
    """
)
# These go on a name that has begun: "Canada Pension Plan Investment Board", "Koch Real Estate Investments".
_CONTINUES = words(
    """
    pension plan board investment investments real estate public retirement wealth sovereign growth equity private
    advisors advisers asset assets properties property health healthcare care life sciences science medical hospital
    hospitals education sports games gaming music film films motor auto automotive aerospace defence defense space
    air lines aviation marine shipping rail railway transport logistics freight parcel postal mail store brands
    brand beauty fashion home homes house hotels resorts leisure travel cruise restaurants coffee tea brewing
    breweries spirits tobacco food farms chemical chemicals materials mining metals gold silver copper lithium iron
    timber paper packaging glass plastics rubber cement construction engineering solutions software research
    dynamics devices instruments wireless mobile cable satellite broadcasting press publishing books commerce
    savings credit mutual water solar wind renewables renewable fuel fuels petroleum machinery tools security alarm
    payments payment data development securities finance stations control controls products platforms platform
    marketing consulting price trust oil gas
    """
)
_JOINERS = words("de von und la le du van et der di del da e y des")
_JOINED_LAST = words(
    """
    gas loan trust sons company chemical light power associates partners electric exchange
    """
)
_BEFORE_OF = words("bank corp university house co board royal church institute chronicle industries")
_AFTER_NAMES = words(
    """
    to for and has is was are will that which said says in with from at by on as would its who
    """
)
_UTILITIES = words("gas power water grid express")
_DOTTED = frozenset(("u.s", "u.k", "bros", "j.p", "st", "mt", "ft", "wm", "geo", "chas"))
_POSSESSED = ("'", "’")
_MOST_WORDS = 8


def apart(read: Tokens, first: int, last: int, tally: Counter[str]) -> list[tuple[int, int]]:
    """Two names that only stand side by side, as where a headline runs into the text: "for OpenAI Nvidia plans"."""
    if last - first == 3 and read.raw[first + 1] == "&" and _are_two(read.raw[first], read.raw[last - 1], tally):
        return [(first, first + 1), (last - 1, last)]
    if last - first != 2 or read.low[last - 1] in COMPANY_ENDINGS:
        return [(first, last)]
    one, two = tally[read.raw[first]], tally[read.raw[last - 1]]
    if one > 2 and two > 2 and sure_form(read, first, first + 1) and one != two:
        return [(first, first + 1), (last - 1, last)]
    beside = (read.raw[last] if last < len(read) else "x") + (read.raw[first - 1] if first else "x")
    if not beside[0].isupper():
        return [(first, last)]
    if one > 2 and two < 2:
        return [(first, first + 1)]
    return [(last - 1, last)] if two > 2 and one < 2 else [(first, last)]


def _are_two(one: str, other: str, tally: Counter[str]) -> bool:
    """Whether "A & B" lists two companies: both well known, or named apart as well."""
    known = comparable_name(one) in KNOWN and comparable_name(other) in KNOWN
    return (
        one != other
        and other.lower() not in COMPANY_ENDINGS
        and (known or (min(tally[one], tally[other]) > 1 and tally[one] != tally[other]))
    )


def in_title_case(read: Tokens, sentence: Sentence) -> bool:
    """Whether nearly every word has a capital, so that capitals mean nothing."""
    here = read.raw[sentence.first : sentence.last]
    if here[-1] == ".":
        for raw in here:
            if len(raw) > 3 and raw.islower() and raw[0].isalpha() and raw not in _SMALL_IN_TITLES:
                return False  # a list of names: "Brookfield, Nvidia, Macquarie and LG take part."
    words = [raw for raw in here if len(raw) > 3 and raw[0].isalpha()]
    if len(words) > 1 and sum(raw.isupper() for raw in words) > 0.75 * len(words):
        return True
    return len(words) > 6 and sum(raw[0].isupper() for raw in words) > 0.75 * len(words)


_SMALL_IN_TITLES = words("with from over into after amid than that")


def is_common(word: str) -> bool:
    """Whether a word (in lower case) begins no name by itself."""
    return word in COMMON or (len(word) == 1 and word not in "x")


def used_as_names(read: Tokens, tally: Counter[str]) -> frozenset[str]:
    """The common words that this text only writes with a capital, some inside a sentence: "Figure", "Discover"."""
    able = {
        raw.lower()
        for raw, count in tally.items()
        if count > 1 and len(raw) > 3 and raw.lower() in COMMON and not raw.isupper()
    } - NO_OPENERS
    able.difference_update(read.raw if able else ())
    if not able:
        return frozenset()
    openers = {sentence.first for sentence in read.sentences}
    return frozenset(
        low
        for i, low in enumerate(read.low)
        if low in able
        and i not in openers
        and (read.raw[i - 1].islower() or read.raw[i - 1].isdigit())
        and read.low[i - 1] not in ("the", "a", "an", "this")
        and read.raw[i + 1 : i + 2] != [":"]
    )


def name_end(
    read: Tokens, i: int, opener: int, used: frozenset[str] = frozenset(), tally: Counter[str] | None = None
) -> int:
    """Where the name that begins at token `i` ends; `i` itself where none begins."""
    low, raw = read.low, read.raw
    whole = _to_form(read, i, opener)
    if whole:
        return whole
    if low[i] in OFFICES or (is_common(low[i]) and low[i] not in used and not _may_begin(read, i, opener)):
        return i
    if (
        i == opener
        and low[i].endswith(("ing", "ly", "ed"))
        and is_ordinary(low[i])
        and not (i + 1 < len(low) and _goes_on(read, i + 1))
    ):
        return i
    if low[i] in NO_PARTIES and i + 1 < len(low) and sure_form(read, i + 1, i + 2):
        return i + 1  # "(Bloomberg) OpenAI" without its brackets
    j = i + 1
    while j < len(low) and j - i < _MOST_WORDS and not read.owns[j - 1]:
        if _goes_on(read, j):
            j += 1
        elif _bracketed(read, j):
            j = _bracketed(read, j)
        elif (
            (
                (low[j] == "&" or low[j] in _JOINERS)
                and j + 1 < len(low)
                and (_goes_on(read, j + 1) or (low[j] == "&" and len(raw[j + 1]) == 1))
            )
            or (raw[j] in _POSSESSED and low[j - 1].endswith("s") and j + 1 < len(low) and _owned_by_all(read, j + 1))
            or (low[j] == "of" and low[j - 1] in _BEFORE_OF and j + 1 < len(low) and is_capital(raw[j + 1]))
            or (low[j] == "and" and (_closes_later(read, i, j, tally) or _of_one_trade(read, i, j)))
            or (raw[j] == "," and j - i < 5 and _founders(read, j, tally))
            or (raw[j] == "," and j + 1 < len(low) and low[j + 1] in LEGAL_FORMS and raw[j + 1][0].isupper())
            or (
                raw[j] == "."
                and (len(raw[j - 1]) == 1 or low[j - 1] in _DOTTED or is_initials(low[j - 1]))
                and j + 1 < len(low)
                and _goes_on(read, j + 1)
            )
        ):
            j += 2
        else:
            break
    if low[i] in used or not all(is_common(word) or word in LEGAL_FORMS for word in low[i:j]):
        return j
    return j if j - i > 1 and i != opener and low[j - 1] in COMPANY_ENDINGS | _UTILITIES else i


def _bracketed(read: Tokens, j: int) -> int:
    """The token after a part of a name in brackets, before its legal form: "Kellmark (Pacific) Ltd"; else 0."""
    if read.raw[j] != "(":
        return 0
    close = next((k for k in range(j + 2, min(j + 6, len(read) - 1)) if read.raw[k] == ")"), 0)
    if not close or read.low[close + 1] not in LEGAL_FORMS or not read.raw[close + 1][0].isupper():
        return 0
    inside = all(is_capital(raw) or raw == "." for raw in read.raw[j + 1 : close])
    return close + 1 if inside else 0


def _of_one_trade(read: Tokens, first: int, j: int) -> bool:
    """Whether "and" joins two words of one name: "Airbus Defence and Space", "Acme Oil and Gas"."""
    if j - first < 2 or j + 1 >= len(read) or read.owns[j - 1]:
        return False
    return all(
        read.low[k] in _CONTINUES | _INSIDE and read.raw[k][0].isupper() and not read.raw[k].isupper()
        for k in (j - 1, j + 1)
    )


def _owned_by_all(read: Tokens, j: int) -> bool:
    """Whether a name goes on after a plural's apostrophe: "Ontario Teachers' Pension Plan"."""
    return read.low[j] in _CONTINUES and read.raw[j][0].isupper()


def is_initials(word: str) -> bool:
    """Whether a word, in lower case, is of initials that lack their last point: "h.j" of "H.J. Heinz"."""
    return len(word) > 2 and word[1::2].strip(".") == "" and word[::2].isalpha()


def _founders(read: Tokens, j: int, tally: Counter[str] | None) -> bool:
    """Whether a comma stands within one name: "Clayton, Dubilier & Rice", "Drexel, Burnham & Co", of nobody else's."""
    raw = read.raw
    for k in range(j + 2, min(j + 7, len(read) - 1)):
        if raw[k] == "&":
            one, two = raw[j - 1], raw[j + 1]
            alone = tally is None or tally[one] == tally[two]
            known = comparable_name(one) in KNOWN or comparable_name(two) in KNOWN
            return alone and not known and is_capital(raw[k + 1]) and not (one.isupper() and len(one) > 1)
        if not is_capital(raw[k]) and raw[k] != ",":
            return False
    return False


def _may_begin(read: Tokens, i: int, opener: int) -> bool:
    if i + 2 >= len(read):
        return False
    if len(read.raw[i]) == 1 and read.raw[i + 1] == "." and read.ends[i] == read.starts[i + 1]:
        return read.raw[i].isupper() and _goes_on(read, i + 2)
    if read.low[i] in _INSIDE and _goes_on(read, i + 1):
        return True
    if read.low[i] in _DOTTED and read.raw[i + 1] == ".":
        return read.low[i + 2] in COMPANY_ENDINGS and read.raw[i + 2][0].isupper()
    if i != opener and not read.raw[i].isupper() and read.low[i] not in NO_OPENERS and is_capital(read.raw[i + 1]):
        following = read.low[i + 1]
        if following in COMPANY_ENDINGS or (not is_common(following) and following not in OFFICES):
            return True  # "Yes Bank", "Live Nation"
    return read.low[i + 1] == "&" or (i != opener and read.low[i + 1] == "and" and _closes_later(read, i, i + 1))


def _to_form(read: Tokens, i: int, opener: int) -> int:
    """Where "Image Video Inc" ends: words with capitals, however common, up to a legal form; 0 where none comes."""
    if read.low[i] in OFFICES or (is_common(read.low[i]) and i == opener and read.low[i] not in _INSIDE):
        return 0
    j = i + 1
    while j < len(read) and j - i < 6 and not read.owns[j - 1]:
        if read.low[j] in LEGAL_FORMS and (read.raw[j][0].isupper() or read.low[j] == "plc"):
            while j + 1 < len(read) and read.low[j + 1] in LEGAL_FORMS and read.raw[j + 1][0].isupper():
                j += 1
            return j + 1
        if not is_capital(read.raw[j]) or read.low[j] in OFFICES:
            return j if j - i > 1 and i != opener and read.low[j - 1] in _ENOUGH else 0
        j += 1
    return 0


# A run of capitals that ends in one of these is a company, however common its words: "Whole Foods".
_ENOUGH = words(
    """
    partners foods holdings industries airlines airways laboratories pharmaceuticals motors stores
    enterprises associates systems networks studios pictures labs therapeutics biosciences robotics
    """
)


def _goes_on(read: Tokens, j: int) -> bool:
    word, raw = read.low[j], read.raw[j]
    if not is_capital(raw) and word not in ("plc", "co"):
        return False
    if len(raw) > 2 and raw.isupper() and not read.raw[j - 1].isupper() and word not in COMPANY_ENDINGS:
        following = read.raw[j + 1] if j + 1 < len(read) else ""
        if len(raw) > 4 or following.isupper() or following in _AFTER_PLACES:
            return False  # "Nvidia NEW YORK": a dateline begins
    if word == "dr" and j + 1 < len(read) and is_capital(read.raw[j + 1]):
        return True  # "Keurig Dr Pepper"
    if len(raw) == 1 and _is_initial(read, j):
        return True
    if len(raw) == 1 and raw.isalpha() and raw != "A" and not read.owns[j - 1]:
        return raw != "I" and read.low[j - 1] not in NO_OPENERS and read.raw[j + 1 : j + 2] not in (["."], ["&"])
    if word == "ai":  # "Scale AI said", but "Nvidia AI chips"
        return j + 1 >= len(read) or read.owns[j] or not read.raw[j + 1][0].isalpha() or read.low[j + 1] in _AFTER_NAMES
    return word not in OFFICES and (not is_common(word) or word in _INSIDE | _CONTINUES or word in COMPANY_ENDINGS)


def _is_initial(read: Tokens, j: int) -> bool:
    """Whether a letter and its point stand inside a person's name: "Carl C. Icahn"."""
    if j + 2 >= len(read) or read.raw[j + 1] != "." or read.starts[j + 1] > read.ends[j] or read.owns[j - 1]:
        return False
    around = (read.low[j - 1], read.low[j + 2])
    return is_capital(read.raw[j + 2]) and all(len(word) > 2 and not is_common(word) for word in around)


_AFTER_PLACES = ("-", "–", "—", "(", ",")


def _closes_later(read: Tokens, first: int, j: int, tally: Counter[str] | None = None) -> bool:
    """Whether "A and B Inc" at `j` is one name: a legal form follows, none went before, and neither is named apart."""
    if any(word in LEGAL_FORMS for word in read.low[first:j]):
        return False
    if tally is not None and j + 1 < len(read):
        one, two = read.raw[first], read.raw[j + 1]
        if one != two and len(two) > 2 and min(tally[one], tally[two]) > 1:
            return False
    k = j + 1
    if k < len(read) and read.low[k] in _JOINED_LAST and read.raw[k][0].isupper():
        return True
    if k < len(read) and read.low[k] == "the":
        return False
    while k < len(read) and k - j < 4 and is_capital(read.raw[k]) and not read.owns[k]:
        if (read.low[k] in LEGAL_FORMS or read.low[k] in ("association", "loan", "refining")) and k > j + 1:
            return True
        k += 1
    return k > j + 1 and k < len(read) and read.low[k] in LEGAL_FORMS and _as_form(read, k)


def _as_form(read: Tokens, k: int) -> bool:
    """Whether a word that can be a legal form is written as one: "AS", "SA", and not "as"."""
    return read.raw[k][0].isupper() or read.low[k] in ("plc", "co", "inc", "ltd", "corp")
