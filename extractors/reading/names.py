"""Names in a text: which capitals make a company, and which names are one company."""

from collections import Counter
from collections.abc import Sequence

from extractors.models import Company
from extractors.reading.callings import let_people_deal, name_inside_words
from extractors.reading.capitals import in_title_case, is_common
from extractors.reading.descriptions import name_descriptions
from extractors.reading.finding import Finder
from extractors.reading.forms import sure_form
from extractors.reading.governments import name_governments
from extractors.reading.lexicon import BANKS, LEGAL_FORMS, NO_PARTIES
from extractors.reading.namesakes import comparable_name, same_company
from extractors.reading.naming import Named, Names
from extractors.reading.renamings import join_renamed
from extractors.reading.shapes import is_capital
from extractors.reading.tokens import Sentence, Tokens
from extractors.reading.wellknown import KNOWN
from extractors.reading.whereabouts import forget_places

__all__ = ["Named", "Names", "comparable_name", "is_bank", "names_in_title", "names_of", "same_company"]


def names_of(read: Tokens, watched: Sequence[Company] = (), title: Tokens | None = None) -> Names:
    """Find the names of a text; its title, if it has one, tells more of how words are written. Linear time."""
    names = Names(read)
    for sentence in Finder(names, watched, title).walk():
        _take_known(names, sentence)
    forget_places(names, title.low if title else ())
    let_people_deal(names)
    name_inside_words(names)
    name_governments(names)
    names.found.sort(key=lambda one: one.first)
    join_renamed(names)
    name_descriptions(names)
    names.found.sort(key=lambda one: one.first)
    for one in names.found:
        read.within.update(range(one.first + 1, one.last))
    return names


def names_in_title(read: Tokens, known: Names) -> Names:
    """Find the names of a title; where all its words have capitals, only those that the text knows."""
    if not any(in_title_case(read, sentence) for sentence in read.sentences):
        return names_of(read)
    names = Names(read, called={key: Counter() for key in known.called}, sure=set(known.sure))
    for sentence in read.sentences:
        _take_known(names, sentence)
    return names


def _take_known(names: Names, sentence: Sentence) -> None:
    """In a headline only what the text names elsewhere, what everybody knows, or what its form shows, is a name."""
    read, i = names.read, sentence.first
    while i < sentence.last:
        if is_capital(read.raw[i]) and not is_common(read.low[i]) and read.low[i] not in LEGAL_FORMS:
            last = i + 1
            while last < sentence.last and last - i < 3 and is_capital(read.raw[last]):
                last += 1
            for j in range(last, i, -1):
                key = _headlined(names, i, j)
                if key:
                    names.note(i, j, key, read.words(i, j))
                    i = j - 1
                    break
        i += 1


def _headlined(names: Names, first: int, last: int) -> str | None:
    """The company that these words of a headline name, if any."""
    plain = comparable_name(names.read.words(first, last))
    if plain in names.called or plain in KNOWN:
        return plain
    key = names.known(plain) if last - first == 1 else None
    if key in names.called:
        return key
    shown = last - first == 1 and sure_form(names.read, first, last)
    return plain if shown and plain not in NO_PARTIES else None


def is_bank(key: str) -> bool:
    """Whether a name is one of the banks that advise on deals of others."""
    return key in BANKS
