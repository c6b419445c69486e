"""Which names are of people, and which people deal on their own account: a tycoon who buys a club is a party."""

from extractors.reading.forenames import FIRST_NAMES
from extractors.reading.lexicon import COMPANY_ENDINGS, OFFICES, PLACES, words
from extractors.reading.namesakes import comparable_name
from extractors.reading.tokens import Tokens
from extractors.reading.wellknown import KNOWN, LIKE_PEOPLE

_TITLES = words("mr mrs ms dr sir dame lord lady judge justice baron count sheikh rabbi father madame monsieur herr")
_NOT_BEFORE_PEOPLE = words("partner investor director head host boss chief")
# Who is called so puts in money of their own.
_OWN_ACCOUNT = words(
    """
    billionaire billionaires multibillionaire millionaire tycoon tycoons magnate businessman businesswoman businessmen
    entrepreneur entrepreneurs financier financiers mogul heir heiress industrialist oligarch raider raiders dealmaker
    financer property-tycoon investor philanthropist
    """
)
_OCCUPATIONS = words(
    """
    designer engineer actor actress singer footballer lawyer banker trader economist scientist researcher inventor
    architect author writer journalist columnist professor historian activist politician lawmaker congressman
    congresswoman ambassador commissioner attorney solicitor barrister accountant auditor driver worker farmer teacher
    resident shareholder-activist chairperson principal dean general colonel captain lieutenant sergeant coach striker
    composer musician rapper comedian model veteran cofounders counterpart successor predecessor colleague brother
    sister father mother wife husband son daughter widow widower
    """
)
_LEADS = words("led headed backed controlled fronted assembled owned")
_BIDDERS = words("group consortium syndicate investors bid offer vehicle team")
_OWNED = words("bid offer takeover purchase acquisition buyout consortium proposal")
_OFFERED = words("offer bid proposal approach sold sale sell selling goes go")
_TAKING = words("buy acquire purchase take buying acquiring purchasing bought acquired buys acquires")
_BETWEEN = words("to will would has have had is was who agreed agrees plans wants seeks offered reportedly set also")


def is_person(read: Tokens, first: int, last: int) -> bool:
    """Whether the name of these tokens is that of a person: by first name, initial, title or office."""
    length = last - first
    if length == 1 and read.low[first] in FIRST_NAMES:
        return not read.owns[first] and read.raw[first][0].isupper() and not _is_firm(read, first, last)
    if read.low[last - 1] in COMPANY_ENDINGS or length > 5 or "&" in read.raw[first:last]:
        return False
    name = comparable_name(read.words(first, last))
    if name in KNOWN or name in LIKE_PEOPLE or _is_firm(read, first, last):
        return False
    if length > 1 and any(read.low[i] in FIRST_NAMES for i in range(first, last - 1)):
        return True
    if length > 1 and len(read.raw[first]) == 1 and read.raw[first + 1] == "." and last - first < 5:
        return True
    before = read.low[first - 1] if first else ""
    if before in _TITLES or (before == "." and read.low[first - 2 : first - 1] in (["mr"], ["dr"], ["mrs"], ["ms"])):
        return True
    if before in OFFICES and before not in _NOT_BEFORE_PEOPLE and (length > 1 or read.raw[first - 1][0].isupper()):
        return True
    if before in _OCCUPATIONS and 1 < length < 4:
        return True
    if before in _OWN_ACCOUNT and length > 1 and before != "investor":
        return True
    if 1 < length < 4 and read.raw[last : last + 1] == [","] and _titled(read, first):
        return True
    placed = not PLACES.isdisjoint(read.low[first:last]) or read.low[first] == "united"
    return 1 < length < 4 and not placed and _has_office(read, last)


def _titled(read: Tokens, first: int) -> bool:
    """Whether an office goes before, parted by a comma: "the minister of mines, Bouna Sylla,"."""
    if read.raw[first - 1 : first] != [","]:
        return False
    for i in range(first - 2, max(-1, first - _OFFICE_NEAR), -1):
        if read.low[i] in _ARTICLES:
            return not _GOVERN.isdisjoint(read.low[i + 1 : i + 3])
        if not read.low[i].isalpha():
            return False
    return False


_OFFICE_NEAR = 8  # words
_ARTICLES = words("the its their a")
_GOVERN = words("minister secretary president chairman chairwoman governor mayor chancellor ambassador chief ceo")


def _is_firm(read: Tokens, first: int, last: int) -> bool:
    """Whether what stands beside a name speaks of a firm: "cigarette company Philip Morris", "Carl Zeiss shares"."""
    before = read.low[first - 1] if first else ""
    return before in _FIRMS or read.low[last : last + 1] in (["shares"], ["stock"], ["shareholders"], ["investors"])


_FIRMS = words(
    """
    company group firm maker brand label chain retailer brewer distiller conglomerate manufacturer bank brokerage
    insurer airline carrier chipmaker carmaker drugmaker grocer miner builder housebuilder giant business publisher
    """
)


def _has_office(read: Tokens, last: int) -> bool:
    """Whether an office or an age follows in apposition: "Sheila Murray, the chair of", "Nik Storonsky, 41,"."""
    if read.raw[last : last + 1] != [","]:
        return False
    after = read.low[last + 1 : last + 6]
    if len(after) > 1 and after[0].isdigit() and len(after[0]) == 2 and after[1] in (",", "."):
        return True
    for i, word in enumerate(after):
        if word in (",", ".", "and", "with", "has", "is", "said", "of", "by", "as", "to", "will"):
            return False
        if word in OFFICES and not read.owns[last + i] and not read.raw[last + i][0].isupper():
            return word not in ("investor", "partner", "head") or after[i + 1 : i + 2] in (["at"], ["of"])
    return False


def deals_alone(read: Tokens, first: int, last: int) -> bool:
    """Whether a person is spoken of as one who buys or invests: "a group led by X", "the tycoon X", "X's bid"."""
    before = read.low[max(0, first - 3) : first]
    if (
        before
        and before[-1] in OFFICES - {"financier", "investor", "founder", "co-founder"}
        and before[-1] not in _OWN_ACCOUNT
    ):
        return False
    if before and before[-1] in _OWN_ACCOUNT:
        return True
    if before[-2:-1] and before[-2] in _LEADS and before[-1] == "by":
        return not _BIDDERS.isdisjoint(read.low[max(0, first - 7) : first])
    if before and before[-1] in ("from", "to") and not _OFFERED.isdisjoint(read.low[max(0, first - 6) : first]):
        return True
    after = read.low[last : last + 6]
    if read.owns[last - 1]:
        return not _OWNED.isdisjoint(after[:3])
    for word in after:
        if word in _TAKING:
            return True
        if word not in _BETWEEN:
            return False
    return False
