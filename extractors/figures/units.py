"""Currencies, units and nouns that are counted, as tables. A new phrase is one row here and one test row.

Phrases are written as `scanning.tokens` parts a text: lower case, hyphens as spaces, signs apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extractors.figures.numbers import ONE
from extractors.figures.scanning import listed, phrase_table


class Sort(StrEnum):
    """What kind of thing a unit measures. Only figures of one sort make a range or a conversion."""

    MONEY = "money"
    POWER = "power"
    PERCENT = "percent"
    TIME = "time"
    COUNT = "count"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the contract names it. `factor` turns what is printed into it: 0.01 for pence."""

    name: str
    sort: Sort
    factor: Decimal = ONE


HUNDREDTH = Decimal("0.01")

# --- money -----------------------------------------------------------------------------------------

# Before the number. "$" alone is read as the US dollar, as the wires write it; "¥" as the yen; a bare "kr" is refused.
SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS"}
SIGNS |= {"₫": "VND", "₱": "PHP", "₦": "NGN", "฿": "THB", "₿": "BTC", "₡": "CRC", "₾": "GEL", "₭": "LAK"}
BEFORE_SIGN = {  # letters right before a "$" or "¥"
    "$": {
        **dict.fromkeys(("us", "u.s.", "u.s"), "USD"),
        **dict.fromkeys(("a", "au"), "AUD"),
        **dict.fromkeys(("c", "ca", "cdn", "can"), "CAD"),
        **{"hk": "HKD", "nz": "NZD", "s": "SGD", "nt": "TWD", "r": "BRL", "mex": "MXN", "mx": "MXN", "z": "ZWL"},
    },
    "¥": {"cn": "CNY", "rmb": "CNY", "jp": "JPY"},
}
CODES = listed(
    "USD EUR GBP JPY CHF CAD AUD NZD HKD SGD CNY INR KRW SEK NOK DKK BRL MXN ZAR TRY RUB PLN HUF CZK"
    " ILS THB MYR IDR PHP TWD AED SAR QAR KWD EGP NGN KES VND PKR ARS CLP DEM FRF ITL ESP NLG"
    " BEF ATS FIM IEP BTC"
)
CODE_UNITS = {code.lower(): code for code in CODES if code != "TRY"}  # "try" is a word; it is read in capitals only
CODE_UNITS |= {
    "rmb": "CNY",
    "rs": "INR",
    "sfr": "CHF",
    "skr": "SEK",
    "nkr": "NOK",
    "dkr": "DKK",
    "dm": "DEM",
    "dh": "AED",
    "dhs": "AED",
    "rm": "MYR",
}

_NOUNS = {  # country, or none, and the noun: what the words after a number mean
    "USD": ("dollar dollars dlr dlrs buck bucks", ("", "us", "u.s.", "u.s", "american", "united states")),
    "AUD": ("dollar dollars dlr dlrs", ("australian", "aussie")),
    "CAD": ("dollar dollars dlr dlrs", ("canadian", "cdn")),
    "HKD": ("dollar dollars dlr dlrs", ("hong kong", "h.k.")),
    "NZD": ("dollar dollars dlr dlrs", ("new zealand", "n.z.")),
    "SGD": ("dollar dollars dlr dlrs", ("singapore", "singaporean")),
    "TWD": ("dollar dollars dlr dlrs", ("taiwan", "taiwanese", "new taiwan")),
    "EUR": ("euro euros", ("",)),
    "GBP": ("pound pounds stg sterling", ("", "british", "uk", "u.k.")),
    "JPY": ("yen", ("", "japanese")),
    "CNY": ("yuan renminbi rmb 元", ("", "chinese")),
    "INR": ("rupee rupees", ("", "indian")),
    "PKR": ("rupee rupees", ("pakistani", "pakistan")),
    "KRW": ("won", ("korean", "south korean")),
    "CHF": ("franc francs", ("swiss",)),
    "FRF": ("franc francs", ("", "french")),
    "BEF": ("franc francs", ("belgian",)),
    "DEM": ("mark marks", ("", "german", "west german", "deutsche")),
    "SEK": ("krona kronor crown crowns", ("swedish",)),
    "NOK": ("krone kroner crown crowns", ("norwegian",)),
    "DKK": ("krone kroner crown crowns", ("danish",)),
    "FIM": ("markka markkaa marks", ("finnish",)),
    "NLG": ("guilder guilders", ("", "dutch")),
    "ITL": ("lira lire", ("", "italian")),
    "TRY": ("lira liras lire", ("turkish",)),
    "ESP": ("peseta pesetas", ("", "spanish")),
    "MXN": ("peso pesos", ("mexican",)),
    "ARS": ("peso pesos", ("argentine", "argentinian")),
    "CLP": ("peso pesos", ("chilean",)),
    "PHP": ("peso pesos", ("philippine",)),
    "BRL": ("reais", ("", "brazilian")),
    "ZAR": ("rand", ("", "south african")),
    "RUB": ("rouble roubles ruble rubles", ("", "russian")),
    "SAR": ("riyal riyals", ("saudi",)),
    "AED": ("dirham dirhams", ("", "uae", "emirati")),
    "ILS": ("shekel shekels", ("", "israeli")),
    "PLN": ("zloty zlotys", ("", "polish")),
    "THB": ("baht", ("", "thai")),
    "MYR": ("ringgit", ("", "malaysian")),
    "BTC": ("bitcoin bitcoins", ("",)),
}


def _money_words() -> Iterator[tuple[str, Unit]]:
    for code, (nouns, countries) in _NOUNS.items():
        for noun in nouns.split():
            for country in countries:
                yield f"{country} {noun}".strip(), Unit(code, Sort.MONEY)
    for word, code in {**CODE_UNITS, **SIGNS, "us $": "USD", "kronor": "SEK"}.items():
        yield word, Unit(code, Sort.MONEY)
    for code in ("usd", "eur", "gbp", "sek", "nok", "dkk", "chf", "aud", "cad"):  # "120 MEUR", as Nordic releases write
        yield f"m{code}", Unit(code.upper(), Sort.MONEY, Decimal(10) ** 6)
    yield from {
        **dict.fromkeys(("kroner", "krone"), Unit("kroner", Sort.MONEY)),  # whose, `localmoney` tells
        "pounds sterling": Unit("GBP", Sort.MONEY),
        "sterling pounds": Unit("GBP", Sort.MONEY),
        **dict.fromkeys(("pence", "penny", "p"), Unit("GBP", Sort.MONEY, HUNDREDTH)),
        **dict.fromkeys(("cent", "cents", "cts"), Unit("USD", Sort.MONEY, HUNDREDTH)),
        **dict.fromkeys(("euro cent", "euro cents"), Unit("EUR", Sort.MONEY, HUNDREDTH)),
    }.items()


# --- other units -----------------------------------------------------------------------------------

_PERCENT = Unit("percent", Sort.PERCENT)
_UNITS = {
    **dict.fromkeys(("%", "percent", "per cent", "pct", "pc"), _PERCENT),
    **dict.fromkeys(
        ("percentage point", "percentage points", "% points", "pct points", "points", "point"),
        Unit("points", Sort.OTHER),
    ),
    **dict.fromkeys(("basis points", "basis point", "bps"), Unit("basis points", Sort.OTHER)),
    **dict.fromkeys(("gw", "gwe", "gwac", "gwdc", "gwp", "gigawatt", "gigawatts"), Unit("GW", Sort.POWER)),
    **dict.fromkeys(("mw", "mwe", "mwac", "mwdc", "mwp", "megawatt", "megawatts"), Unit("MW", Sort.POWER)),
    **dict.fromkeys(("kw", "kilowatt", "kilowatts"), Unit("MW", Sort.POWER, Decimal("0.001"))),
    **dict.fromkeys(("tw", "terawatt", "terawatts"), Unit("GW", Sort.POWER, Decimal(1000))),
    **dict.fromkeys(("gwh", "gigawatt hour", "gigawatt hours"), Unit("GWh", Sort.OTHER)),
    **dict.fromkeys(("mwh", "megawatt hour", "megawatt hours"), Unit("MWh", Sort.OTHER)),
    **dict.fromkeys(("kwh", "kilowatt hour", "kilowatt hours"), Unit("kWh", Sort.OTHER)),
    **dict.fromkeys(("twh", "terawatt hour", "terawatt hours"), Unit("TWh", Sort.OTHER)),
    **dict.fromkeys(("year", "years", "yr", "yrs"), Unit("years", Sort.TIME)),
    **dict.fromkeys(("month", "months"), Unit("months", Sort.TIME)),
    **dict.fromkeys(("week", "weeks"), Unit("weeks", Sort.TIME)),
    **dict.fromkeys(("day", "days"), Unit("days", Sort.TIME)),
    **dict.fromkeys(("decade", "decades"), Unit("years", Sort.TIME, Decimal(10))),
    **dict.fromkeys(("hour", "hours"), Unit("hours", Sort.OTHER)),
    **dict.fromkeys(("square feet", "square foot", "sq ft"), Unit("square feet", Sort.OTHER)),
    **dict.fromkeys(("acre", "acres"), Unit("acres", Sort.OTHER)),
    **dict.fromkeys(("mile", "miles"), Unit("miles", Sort.OTHER)),
    **dict.fromkeys(("nanometre", "nanometres", "nanometer", "nanometers", "nm"), Unit("nm", Sort.OTHER)),
    **dict.fromkeys(("inch", "inches"), Unit("inches", Sort.OTHER)),
    **dict.fromkeys(("km", "kilometres", "kilometers"), Unit("km", Sort.OTHER)),
    **dict.fromkeys(("barrel", "barrels"), Unit("barrels", Sort.OTHER)),
    **dict.fromkeys(("ton", "tons", "tonne", "tonnes"), Unit("tonnes", Sort.OTHER)),
    **dict.fromkeys(("ounce", "ounces"), Unit("ounces", Sort.OTHER)),
    **dict.fromkeys(("times", "fold"), Unit("times", Sort.OTHER)),
}
UNITS = phrase_table(dict(_money_words()) | _UNITS)
SCALED_ONLY = {"won": "KRW"}  # a word of every day: money only after a scale, "500 billion won"
ADDED = frozenset(listed("extra additional more new further full other"))  # may stand between: "one extra gigawatt"

# What an amount of money can be a rate of, and how the contract writes it: "USD/share".
RATES = {
    **dict.fromkeys(listed("share shares ads adr stock apiece"), "share"),
    **dict.fromkeys(["unit", "units"], "unit"),
    **dict.fromkeys(["gigawatt", "gw"], "GW"),
    **dict.fromkeys(["megawatt", "mw"], "MW"),
    **{noun: noun for noun in listed("barrel ton tonne ounce gallon kilowatt mwh kwh kw acre user subscriber")},
    **{noun: noun for noun in listed("customer household employee person head year month week quarter day hour")},
}

# --- counts ----------------------------------------------------------------------------------------

CHIPS = "chips gpu gpus chip processor processors tpu tpus accelerator accelerators superchip superchips semiconductors"
COUNTED = {
    **dict.fromkeys(CHIPS.split(), "chips"),
    **dict.fromkeys(["share", "shares", "stock"], "shares"),
    **dict.fromkeys(
        listed("jetliners airliners airplanes aeroplanes narrowbodies widebodies freighters turboprops airframes"),
        "aircraft",
    ),
    **{
        noun: noun
        for noun in listed(
            "units plants fabs factories sites stores homes households users subscribers customers employees"
            " workers jobs people staff installments instalments tranches phases buildings campuses facilities"
            " warehouses branches hotels rooms restaurants outlets supermarkets pharmacies aircraft planes"
            " jets engines helicopters trains locomotives wagons coaches buses ships vessels tankers ferries trucks"
            " cars vehicles servers racks reactors turbines panels batteries wells"
            " rigs mines patents warrants options votes holders shareholders stockholders investors companies"
            " banks countries states cities markets deals acquisitions systems clinics hospitals schools"
            " stations forecourts pubs gyms theatres properties locations centers centres developers engineers"
            " researchers satellites lines"
            " towers terminals airports mills refineries breweries theaters cleanrooms wafers leases"
        )
    },
}
BEFORE_UNITS = {"processing": "chips", "stock": "shares", "share": "shares"}  # "Tensor Processing Units" are chips
EVENTS = frozenset(listed("deals acquisitions leases votes"))  # "its 2025 deals" are of that year
# Words that end the search for the noun: "5 in plants" counts no plants.
STOPS = frozenset(
    listed(
        "to and in by for from with at on is was were will would has have had per or as that which who"
        " after before than into over under up are be been being can could may might must should but if"
        " when while where since until of the a an its their our his her it they we he she this these"
        " those said says more"
    )
)
# Before a number that may be a year: "in 2026 plants will open".
WHEN = frozenset(listed("in by since until till from during of late early mid before after through throughout"))
