"""Companies that are named inside other words, and who else deals: "the Fortress-led group", "a tycoon", a state."""

from extractors.reading.capitals import is_common
from extractors.reading.lexicon import PLACES
from extractors.reading.namesakes import comparable_name
from extractors.reading.naming import Named, Names
from extractors.reading.ordinary import is_ordinary
from extractors.reading.people import deals_alone
from extractors.reading.shapes import who_acts


def let_people_deal(names: Names) -> None:
    """Who buys or invests on their own account is taken for a company: "a group led by Jane Doe"."""
    read = names.read
    alone = {one.key for one in names.found if one.person and deals_alone(read, one.first, one.last)}
    if not alone:
        return
    for i, one in enumerate(names.found):
        if one.person and one.key in alone:
            names.found[i] = Named(one.first, one.last, one.key, False)
            names.forms(one.key)[names.full[one.key]] += 1


def name_inside_words(names: Names) -> None:
    """Names in describing words: "the Fortress-led consortium"; and two in one: "the VW-Rivian tie-up"."""
    for i, raw in enumerate(names.read.raw):
        if "-" not in raw or not raw[0].isupper():
            continue
        who = who_acts(raw)
        for part in [who] if who else raw.split("-") if raw.count("-") == 1 else []:
            if not part[:1].isupper():
                continue
            key = names.known(comparable_name(part))
            if key in names.called:
                names.found.append(Named(i, i + 1, key, key in names.sure))
            elif who and _may_name(who.lower()):
                names.note(i, i + 1, comparable_name(who), who)


def _may_name(word: str) -> bool:
    return not (is_common(word) or word in PLACES or is_ordinary(word))
