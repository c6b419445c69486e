"""One walk over a text: where names begin and end, which openings of sentences are none, and which names are one."""

from collections import Counter
from collections.abc import Sequence

from extractors.models import Company
from extractors.reading.capitals import apart, in_title_case, is_common, name_end, used_as_names
from extractors.reading.datelines import dateline_end
from extractors.reading.forms import all_places, in_brackets, is_formal, sure_form, without_form
from extractors.reading.lexicon import NO_PARTIES, PLACES, words
from extractors.reading.namesakes import comparable_name
from extractors.reading.naming import Named, Names
from extractors.reading.nocompanies import AGENCIES_OF, is_no_company, is_numbered, is_site
from extractors.reading.ordinary import CALLED_SO, ORDERS, RATINGS, is_listed, is_ordinary
from extractors.reading.people import is_person
from extractors.reading.shapes import is_capital
from extractors.reading.smallnames import small_names
from extractors.reading.tokens import Sentence, Tokens
from extractors.reading.wellknown import KNOWN

_OF = (["of"], ["for"], ["on"])
_OPENING = frozenset(':“"•|·●▪*;?!…')
_DETERMINERS = words("the a an this that these those its our their his her each every any no said such")
_ACTING = words(
    """
    said says agreed agrees will would has had plans is was announced completed bought buys acquired sold sells to and
    , offered offers raised invested invests signed confirmed declined could may might can wants made makes paid pays
    """
)


class Finder:
    """What must be known of a whole text before its names can be told from other capitals."""

    def __init__(self, names: Names, watched: Sequence[Company], title: Tokens | None) -> None:
        self.names = names
        self.read = read = names.read
        self.aliases = {
            comparable_name(other): comparable_name(c.name) for c in watched for other in (c.name, *c.aliases)
        }
        self.surnames: set[str] = set()
        self.sites: set[str] = set()
        counted = Counter(read.raw)
        self.capitals = {raw for raw in counted if (not raw.islower() or "." in raw) and is_capital(raw)}
        self.capitals |= small_names(read, counted)
        self.tally = Counter({raw: counted[raw] for raw in self.capitals if raw[0].isupper()})
        self.small = frozenset(raw for raw in counted if raw.islower())
        self.used = used_as_names(read, self.tally)
        self.headlines = [one for one in read.sentences if in_title_case(read, one)]
        self.inside = _written_inside(read, self.headlines) | (_written_in_title(title) if title else frozenset())

    def walk(self) -> list[Sentence]:
        """Take all names but those of headlines, which are returned."""
        headlines, raw, capitals, i = set(self.headlines), self.read.raw, self.capitals, 0
        for sentence in self.read.sentences:
            if sentence in headlines:
                continue
            i = max(i, sentence.first)
            if _opens_paragraph(self.read, sentence):
                i = max(i, dateline_end(self.read, sentence.first))
            while i < sentence.last:
                i = self._step(i, sentence) if raw[i] in capitals else i + 1
        self._leave_sites()
        return self.headlines

    def _leave_sites(self) -> None:
        """Take plants with a number out again: they stand where companies do, and deal with nobody."""
        names = self.names
        for key in self.sites - names.sure - names.formal:
            names.called.pop(key, None)
        names.found = [one for one in names.found if one.person or one.key in names.called]

    def _step(self, i: int, sentence: Sentence) -> int:
        """Take the name that begins with the capital at token `i`, if any; the token to go on from."""
        read = self.read
        if "-" in read.raw[i] and self._is_two(read.raw[i]):
            return i + 1
        if read.low[i] in AGENCIES_OF and read.low[i + 1 : i + 2] in _OF:
            return self._beyond(i + 2)
        opens = i == sentence.first or read.raw[i - 1] in _OPENING
        last = name_end(read, i, i if opens else sentence.first, self.used, self.tally)
        if last > sentence.last and "\n" in read.text[read.ends[sentence.last - 1] : read.starts[sentence.last]]:
            last = sentence.last  # a headline without a point, and the first word of the text
        if last == i or self._is_plain(i, last, opens):
            return i + 1
        if read.low[last - 1] in AGENCIES_OF and read.low[last : last + 1] in _OF:
            return self._beyond(last + 1)  # "the Texas Commission on Environmental Quality"
        for first, end in apart(read, i, last, self.tally):
            self._take(first, end, opens and first == i)
        return max(last, i + 1)

    def _beyond(self, i: int) -> int:
        """The token after what an authority is for: "Department of the Interior", "Commission on Trade"."""
        while i < len(self.read) - 1 and (self.read.raw[i][0].isupper() or self.read.low[i] == "the"):
            i += 1
        return i

    def _is_two(self, raw: str) -> bool:
        """Whether a word with a hyphen holds two companies, one of which is named alone as well."""
        one, hyphen, other = raw.partition("-")
        if not hyphen or not other[:1].isupper() or not one[:1].isupper():
            return False
        if not any(part in self.tally or comparable_name(part) in KNOWN for part in (one, other)):
            return False
        for part in (one, other):
            key = comparable_name(part)
            if not is_common(part.lower()) and part.lower() not in PLACES and key not in NO_PARTIES:
                self.names.forms(key)[part] += 1
                self.names.full.setdefault(key, part)
        return True

    def _is_plain(self, i: int, last: int, opens: bool) -> bool:
        """Whether the word at `i` is an ordinary one, with a capital only where or how it stands."""
        read = self.read
        if not is_ordinary(read.low[i]) or sure_form(read, i, last):
            return False
        after = read.raw[i + 1] if i + 1 < len(read) else ""
        if last - i > 1:
            return opens and read.raw[i] not in self.inside and _only_opens(read, i, self.tally)
        if opens and read.raw[i] not in self.inside:
            return not (read.low[i] in CALLED_SO and after in _ACTING)
        if last - i == 1 and read.low[i] in RATINGS:
            return True
        if after[:1].isdigit() or (len(after) == 1 and after.isupper()):
            return True
        if not is_listed(read.low[i]) or read.low[i] in CALLED_SO:
            return False
        return i > 0 and read.low[i - 1] in _DETERMINERS and not read.owns[i - 1]

    def _take(self, first: int, last: int, opens: bool) -> None:
        """Keep the name of these tokens, under the key of the company or person that it is of."""
        names, read = self.names, self.read
        if is_person(read, first, last) or (last - first == 1 and read.low[first] in self.surnames):
            self.surnames.add(read.low[last - 1])
            names.full.setdefault(read.low[last - 1], " ".join(read.words(first, last).split()))
            names.found.append(Named(first, last, read.low[last - 1], False, True))
            return
        bare = " ".join(read.words(first, without_form(read, first, last)).split())
        plain = comparable_name(bare)
        if not plain or plain in NO_PARTIES or bare.lower() in NO_PARTIES or all_places(read, first, last):
            return
        shown, formal = sure_form(read, first, last), is_formal(read, first, last)
        if is_numbered(read, last) and not shown:
            self.sites.add(plain)
        if plain not in names.called:
            if (not shown and is_site(read, first, last)) or is_no_company(read, first, last):
                return
            if last - first == 1 and opens and read.low[first] in self.small:
                return
        key = self.aliases.get(plain) or names.known(plain, formal) or plain
        if shown or plain in self.aliases:
            names.sure.add(key)
        if formal and key not in names.formal:
            names.full[key] = bare
            names.formal.add(key)
        names.note(first, last, key, bare)
        ticker = in_brackets(read, last)
        if ticker and plain != ticker:
            names.full.setdefault(ticker, bare)
            self.aliases.setdefault(ticker, key)


def _only_opens(read: Tokens, i: int, tally: Counter[str]) -> bool:
    """Whether an ordinary word before a name is no part of it: "Peers Sainsbury", "Compare Sines"."""
    low, after = read.low[i], read.raw[i + 1]
    if is_listed(low) and (tally[after] > tally[read.raw[i]] or low.endswith("s")):
        return True
    return low.endswith(("ly", "ing", "ed")) or low in ORDERS


def _opens_paragraph(read: Tokens, sentence: Sentence) -> bool:
    """Whether a sentence opens the text, or a paragraph with a word in capitals."""
    first = sentence.first
    if first == 0:
        return True
    raw = read.raw[first]
    return raw.isupper() and len(raw) > 3 and "\n" in read.text[read.ends[first - 1] : read.starts[first]]


def _written_inside(read: Tokens, headlines: Sequence[Sentence]) -> frozenset[str]:
    """The words that the text writes with a capital where no sentence opens and no "the" makes a term of them."""
    closed = {i for one in headlines for i in range(one.first, one.last)} | {one.first for one in read.sentences}
    return frozenset(
        raw
        for i, raw in enumerate(read.raw)
        if raw[0].isupper()
        and i not in closed
        and read.raw[i - 1] not in _OPENING
        and read.low[i - 1] not in _DETERMINERS
        and not raw.isupper()
    )


def _written_in_title(title: Tokens) -> frozenset[str]:
    return frozenset() if any(in_title_case(title, one) for one in title.sentences) else _written_inside(title, ())
