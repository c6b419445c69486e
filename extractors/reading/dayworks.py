"""Days of what is built over years: which reports tell of it, and whether its building or its output begins on a day.

A plant, a fab, a campus or a mine has a calendar of its own: permits, ground broken, fuel loaded, halls finished, and
at last its start. Most of its days are steps, and lie further back than those of a takeover.
"""

from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Tokens


def tells_of_works(read: Tokens, kind: str | None) -> bool:
    """Whether a report is about something that is built, whatever kind of deal it is told as."""
    if kind in ("build_out", None):
        return kind is not None
    lead = read.low[:_LEAD]
    if any(word in WORKS and "new" in lead[max(0, i - 3) : i] for i, word in enumerate(lead)) and kind != "acquisition":
        return True
    named = sum([word in WORKS for word in lead])
    if kind == "acquisition":  # plants are sold, too
        return named >= _MANY and sum([word in _BUILDING for word in lead]) > 1
    return named >= _OFTEN or (named > 0 and not _BUILDING.isdisjoint(lead))


_OFTEN, _MANY = 4, 3  # mentions of things built


def of_building(low: list[str], first: int, last: int, verb: Hit) -> bool | None:
    """Whether what begins is work on a thing (True) or the thing itself (False); None where neither is named.

    `first` and `last` bound the clause. "Construction begins", "to start building the plant", but "the plant starts".
    """
    if low[verb.first] not in _BEGINS:
        return None
    for i in range(verb.last, min(last, verb.last + _OBJECT)):
        if low[i] in _TIMES or not low[i][0].isalnum():
            break
        if i == verb.last and low[i] in _MAKING:
            return False
        near = i == verb.last or low[i - 1] == "of"  # "begin moving tools", "start of piling"
        if low[i] not in BUILDING and is_work(low[i]) and not near:
            continue
        if (found := _sort(low, i)) is not None:
            return found
    if verb.first and low[verb.first - 1] in _ARTICLES:
        return None  # "a start by the end of the year": a noun has no subject
    for i in range(verb.first - 1, max(first, verb.first - _SUBJECT) - 1, -1):
        if low[i] in _JOINS and low[i + 1] in _SUBJECTS:
            return None  # a clause of its own: "work is under way and the operator wants to begin …"
        found = _sort(low, i)
        if found or (found is False and not _hangs(low, first, i)):
            return found
    return None


def _hangs(low: list[str], first: int, i: int) -> bool:
    """Whether a preposition hangs a noun on another one: "work on the two new reactors"."""
    for word in reversed(low[max(first, i - _PHRASE) : i]):
        if word in _HEADS:
            return True
        if not word[0].isalpha() or word in _STOPS:
            return False
    return False


def _sort(low: list[str], i: int) -> bool | None:
    """True for a noun of work, False for one of a thing built or of what it yields."""
    if low[i] == "building" and i and low[i - 1] in _ARTICLES:
        return False
    if low[i] in YIELDS or low[i] in WORKS:
        return False
    return True if is_work(low[i]) else None


def is_work(word: str) -> bool:
    """Whether a word means that something is done to a site: "excavation", and any "laying" or "stripping"."""
    return word in BUILDING or (len(word) > _GERUND and word.endswith("ing") and word not in _NO_WORK)


_JOINS, _SUBJECTS = words("and but while ;"), words("the a an it its they this he she")
_MAKING = words(
    "making producing providing operating delivering shipping generating exporting mining smelting refining processing"
    " manufacturing selling supplying running feeding pumping loading exporting"
)
_GERUND = 5  # letters
_NO_WORK = words(
    """
    spring during morning evening string nothing something anything everything according including beginning starting
    opening meeting being having ceiling during following remaining existing leading making working coming going
    producing operating delivering shipping generating exporting mining smelting refining processing manufacturing
    trading selling supplying running charging pricing funding financing holding leasing earning rising growing saying
    expecting planning owing barring pending considering regarding surrounding offering listing hearing ruling filing
    closing launching sterling boeing bidding lending banking spending saving warning
    """
)


_LEAD = 160  # words in which a report says what it is about
_OBJECT, _SUBJECT = 5, 14  # words after and before a verb of beginning
_PHRASE = 5  # words from a preposition to the noun that it hangs on another: "work on the two new reactors"
_HEADS = words("of on at for to in around")
_STOPS = words("and but while with that which who will would should is are was were")
_TIMES = words("in by on from until before after during early late mid")
_ARTICLES = words("the a an first second third last this each new main")
_BEGINS = words(
    """
    start starts started starting begin begins began begun beginning commence commences commenced commencing
    commencement kick kick-off kicks kicked launch launches launched resume resumes resumed resuming delayed pushed
    pushes pushing postponed moved earliest restart restarted
    """
)
WORKS = words(
    """
    plant plants factory factories fab fabs foundry foundries megafab megafabs gigafactory gigafactories megafactory
    reactor reactors unit units station stations campus campuses datacenter datacenters datacentre datacentres
    supercomputer refinery refineries smelter smelters mill mills mine mines quarry terminal terminals pipeline
    pipelines train trains trainline line lines hub hubs park parks farm farms turbine turbines dam dams tunnel tunnels
    bridge bridges port ports interconnector cable cables hall halls facility facilities complex site sites center
    centers centre centres cracker crackers warehouse warehouses brewery breweries shipyard airport runway railway
    electrolyser electrolysers electrolyzer electrolyzers battery batteries project expansion block block smr smrs
    phase module modules clean-room cleanroom cleanrooms
    """
)
BUILDING = words(
    """
    construction building work works groundwork groundworks earthwork earthworks excavation excavations digging
    preparation preparations foundation foundations piling pile-driving drilling boring tunnelling tunneling dredging
    clearing clearance levelling demolition dismantling erection assembly installation fitting fit-out refurbishment
    refit renovation conversion overhaul commissioning testing tests test trials trial fuelling fueling refuelling
    loading welding pouring concreting engineering design procurement licensing permitting consultation consultations
    validation qualification inspection inspections
    removal hearings recruitment hiring groundbreaking ground-breaking
    pre-construction development site-clearing
    fabrication
    """
)
_BUILDING = (BUILDING - words("test tests trial trials design development work works fitting")) | words(
    "build builds built construct constructed constructing rebuild expand expands erect erected restart revive"
)
PARTS = words(
    """
    roof shell frame steelwork structure wall walls floor floors foundation foundations tower towers blades jetty berth
    tank tanks dome vessel generator generators boiler boilers substation substations transformer transformers cable
    cables pipes tools equipment machines machinery servers racks towers crane cranes module modules shaft ramp road
    roads permit permits licence license hearing hall halls building buildings stage tracks rails earthworks
    """
)
YIELDS = words(
    """
    production output operation operations generation service deliveries delivery shipments shipment exports supply
    supplies sales mining smelting refining power electricity current gas cargo cargoes chips wafers cars vehicles
    cells steel ore copper lithium
    """
)
