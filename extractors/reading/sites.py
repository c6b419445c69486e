"""Plants, campuses and projects with names of their own: they are built, sold and paid for, and deal with nobody."""

from collections import Counter

from extractors.reading.lexicon import words
from extractors.reading.naming import Named, Names
from extractors.reading.nocompanies import is_numbered
from extractors.reading.tokens import Tokens

_SITES = words(
    """
    plant plants reactor reactors campus campuses site station stations mine mines field project terminal complex
    refinery fab smelter pipeline expansion dam quarry airport port stadium arena wharf hospital hall halls park
    datacentre datacenter farm windfarm cable interconnector railway tunnel bridge mill shipyard brewery distillery
    warehouse gigafactory factory deposit basin block prospect development settlement deposits blocks projects fields
    reactors fabs factories refineries terminals orebody campuses
    """
)
# What may stand between the name of a site and its noun: "the Vogtle nuclear power station".
_OF_SITES = words(
    """
    nuclear power data wind solar gas coal oil lng copper lithium gold iron ore steel generating hydro hydroelectric
    pumped storage offshore onshore energy center centre ai industrial chip battery car export import new small
    modular planned proposed semiconductor memory silicon steel cement hydrogen ammonia desalination geothermal
    tidal processing assembly
    """
)
_NAMED_SO = words(
    """
    plant project station center centre campus park mine reactor terminal refinery complex dam airport stadium arena
    pipeline interconnector quarry shipyard
    """
)
_ACTING = words(
    """
    said says agreed agrees plans planned announced announces wants wanted bought buys sold sells pays paid told
    declined expects expected offered offers raised raises signed signs ordered orders invested invests reported
    owns owned holds shares stock board shareholders directors chief executives bosses management investors
    """
)


def sites_among(names: Names, *, loose: bool = False) -> frozenset[str]:
    """The keys of names that are of sites: said to be so, and never seen to act. One mention is enough if `loose`."""
    read = names.read
    told, shown = Counter[str](), Counter[str]()
    acting: set[str] = set()
    for one in names.found:
        if one.person:
            continue
        told[one.key] += 1
        shown[one.key] += _is_site(read, one) or (loose and _is_built(read, one))
        if read.low[one.last : one.last + 1] != [] and read.low[one.last] in _ACTING:
            acting.add(one.key)
    return frozenset(
        key for key, times in shown.items() if times and (loose or 3 * times >= told[key]) and key not in acting
    )


def _is_site(read: Tokens, one: Named) -> bool:
    """Whether what stands around a name here, or its own words, make it a site's."""
    first, last = one.first, one.last
    if read.low[first] in ("plant", "project") or (last - first > 1 and read.low[last - 1] in _NAMED_SO):
        return True
    if read.owns[last - 1]:
        return False
    if is_numbered(read, last) or (last - first > 1 and len(read.raw[last - 1]) == 1 and read.raw[last - 1].isupper()):
        return True
    led = read.low[first - 1] if first else ""
    if led not in _BEFORE and not (first and read.owns[first - 1]):
        return led in _LEADING and _explained(read, last)
    i = last
    while i < min(last + 3, len(read)) and read.low[i] in _OF_SITES:
        i += 1
    return i < len(read) and read.low[i] in _SITES


def _explained(read: Tokens, last: int) -> bool:
    """Whether what follows a comma calls it a site: "Simand, the world's largest mining project"."""
    if read.low[last : last + 1] != [","] or read.low[last + 1 : last + 2] not in (["the"], ["a"], ["an"], ["its"]):
        return False
    for word in read.low[last + 2 : last + _APPOSITION]:
        if word in _SITES:
            return True
        if word in _NO_ADJECTIVES or not word[0].isalpha():
            return False
    return False


_APPOSITION = 8  # words
_LEADING = words("of in at for from on")
_NO_ADJECTIVES = words("of in at for that which who and owner operator developer builder maker company group on")


def _is_built(read: Tokens, one: Named) -> bool:
    """Whether a name is that of what is built: "work on Kellmark Wind", "will build Kellmark Wind"."""
    first = one.first
    if first < 2 or read.owns[one.last - 1]:
        return False
    if read.low[first - 1] in _BUILDS:
        return read.low[one.last : one.last + 1] != ["'s"]
    return read.low[first - 1] in ("of", "on", "at", "from") and read.low[first - 2] in _DONE_TO


_BUILDS = words("build builds building complete completes completing restart restarts restarting develop developing")
_DONE_TO = words(
    """
    construction work decision restart completion commissioning building cost costs phase phases development future
    expansion start opening launch launching delay volumes lng ore cargo shipments power output reopening
    installation operator owner owners
    """
)
_BEFORE = words("the at its their a of near from")
