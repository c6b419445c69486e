"""Names that are of no company: goods, sites, outlets, agencies, laws."""

from extractors.reading.lexicon import words
from extractors.reading.shapes import is_capital
from extractors.reading.tokens import Tokens

_LONG_LIST = 14  # words
_LISTED = words("and , & the or")
_MAKERS = words("maker makers brand brands home publisher creator developer inventor manufacturer seller brewer")
_FIRMS = _MAKERS | words("group company firm business startup start-up studio team lab brains")
_SITES = words(
    """
    plant plants reactor reactors campus site station mine field project terminal complex refinery fab smelter
    pipeline
    """
)
_AGENCIES = words(
    """
    commission court ministry department tribunal parliament congress senate committee bureau act code rule index
    agency directorate panel regulator watchdog census budget review treaty forum summit award awards prize cup
    permit licence license bill programme program initiative accord protocol directive regulation agreement deed
    memorandum prospectus contract
    """
)
AGENCIES_OF = words("commission court ministry department tribunal bureau secretary office minister house")
_HOLDING = words("investment port power transit airport housing")  # authorities that buy and build
_UNITS = words("mtpa mmboe bcf boe bopd mmbtu boepd gwh mwh twh kwh mwp gwp teu dwt cgt")
_COUNTED = words("two three four five six seven eight nine ten eleven twelve twenty thirty dozen hundred")


def is_no_company(read: Tokens, first: int, last: int) -> bool:
    """Whether what stands around a name, or its last word, shows that it is of something else."""
    return (
        _is_product(read, first, last)
        or _is_outlet(read, first, last)
        or _is_agency(read, first, last)
        or _is_counted(read, first, last)
        or (first > 0 and read.low[first - 1] in _SYMBOLS)
    )


_SYMBOLS = words("symbol symbols ticker tickers codenamed code-named nicknamed dubbed")


def is_site(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is of a place where something stands: "the Clinton plant"."""
    return read.low[last : last + 1] != [] and read.low[last] in _SITES and read.low[first - 1] in ("the", "at", "its")


def is_numbered(read: Tokens, last: int) -> bool:
    """Whether a single figure after a name makes it a plant's: "Flamanville 3", "Vogtle 4", "unit Empire Wind 1"."""
    number, after = read.low[last : last + 1], read.low[last + 1 : last + 2]
    return number != [] and number[0] in _FIGURES and after != [] and after[0] not in _OF_FIGURES


_FIGURES = words("1 2 3 4 5 6 7 8 9")
_OF_FIGURES = words(
    "million billion trillion bn mln bln m percent per pct % p cents pence gw mw st nd rd th days weeks"
)


def _is_product(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is of goods: in quotation marks, or after "the maker of" and in the list that follows."""
    if read.raw[first - 1 : first] in (['"'], ["“"]) and read.raw[last : last + 1] in (['"'], ["”"], [","]):
        return True
    i = first - 1
    while i > 0 and first - i < _LONG_LIST and (read.low[i] in _LISTED or is_capital(read.raw[i])):
        i -= 1
    makes = read.low[i] == "of" and read.low[i - 1] in _MAKERS
    return makes or (read.low[i] == "behind" and read.low[i - 1] in _FIRMS)


def _is_outlet(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is that of who reports: "BRUSSELS (Northline) —", "told Northline", "Northline understands"."""
    told = read.low[first - 1 : first] == ["told"] and read.low[last : last + 1] != ["to"]
    if told or read.low[last : last + 1] in (["understands"], ["learnt"]):
        return True
    return (
        read.raw[first - 1 : first] == ["("]
        and read.raw[last : last + 1] == [")"]
        and (read.raw[last + 1 : last + 2] in (["-"], ["–"], ["—"]))
    )


def _is_agency(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is of an authority or a law: "Competition Commission", "Ministry of Defence"."""
    word = read.low[last - 1]
    if last < len(read) and read.low[last] in _AGENCIES and read.raw[last][0].isupper() and not read.owns[last - 1]:
        return True  # "the Royal Court of Jersey"
    if last - first > 1 and (word in _AGENCIES or (word == "authority" and _HOLDING.isdisjoint(read.low[first:last]))):
        return True
    return any(
        read.low[i] in AGENCIES_OF and read.low[i + 1] in ("of", "for", "on")
        for i in range(first, min(last, len(read) - 1))
    )


def _is_counted(read: Tokens, first: int, last: int) -> bool:
    """Whether a name is counted, as goods are: "20 Dreamliners", "18 Mtpa"."""
    if last - first > 1 or not first:
        return False
    if read.low[first] in _UNITS:
        return True
    before = read.low[first - 1]
    sum_of_money = first > 1 and read.raw[first - 2] in "$€£¥"
    number = before in _COUNTED or (before.replace(",", "").isdigit() and not sum_of_money)
    word = read.low[first]
    return number and word.endswith("s") and not word.endswith(("ss", "us")) and not read.owns[first]
