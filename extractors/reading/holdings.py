"""Percentages that are holdings by where they stand, and the words of rising and falling that speak against it."""

from extractors.reading.lexicon import SUMS, words
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Sentence, Tokens


def is_holding(read: Tokens, scene: Scene, start: int, last: int) -> bool:
    """Whether a percentage from token `start` to `last` is one by its place alone: "$2bn for 51%", "20% of Acme"."""
    sentence = read.sentences[scene.number]
    i = start - 1
    while i >= 0 and read.low[i] in _BEFORE_FOR:
        i -= 1
    paid = i > 0 and read.low[i] == "for" and (read.low[i - 1] in SUMS or read.low[i - 1][-1] in "0123456789)bnm")
    paid = paid and any(c.isdigit() for c in "".join(read.low[max(0, i - 4) : i]))
    first = start - 1 if start and read.low[start - 1] in _OPENS else start
    beside = any(name.last == first and not read.owns[name.last - 1] for name in scene.parties)
    beside = beside and MOVES.isdisjoint(read.low[max(sentence.first, start - _BEFORE) : start])
    beside = beside or (first > sentence.first and _listed_holder(read, sentence, first))
    owner = start > 0 and (read.owns[start - 1] or read.low[start - 1] in ("its", "their"))
    beside = beside or (owner and last < len(read) and read.low[last] in _HOLDINGS)  # "Kellmark's 50% share"
    of = last + 1 < len(read) and read.low[last] == "of"
    after = of and any(0 < name.first - last < 3 and not read.owns[name.last - 1] for name in scene.parties)
    return paid or beside or after


_HOLDINGS = words("share stake interest holding shareholding")


def is_of_no_company(read: Tokens, sentence: Sentence, last: int) -> bool:
    """Whether a percentage that ends before token `last` is of what nobody holds: "10% of the company's capacity"."""
    if last + 1 >= sentence.last or read.low[last] != "of":
        return False
    first = last + 2 if read.low[last + 1] in _DETERMINERS else last + 1
    for i in range(first, min(first + _PHRASE, sentence.last)):
        word = read.low[i]
        if not word[0].isalpha() or word in _ENDS:
            return i > first or word[0] in "$£€¥0123456789"  # "45% of its $625 billion"
        if word in _POINTING:
            return False
        if read.raw[i][0].isupper():
            return read.low[i + 1 : i + 2] != [] and read.low[i + 1] in _UNHELD
        held = word in _HELD or (word.endswith(("er", "or", "company")) and word not in _NO_FIRMS)
        if held and not read.owns[i]:
            return False
    return True


_PHRASE = 4  # words
_DETERMINERS = words("the a an its their his her our any all this that these those")
_POINTING = words("it them which whom each both one")
_ENDS = words(
    """
    and or but in on at by with from to for as is are was were will would has have had can could may might after before
    while when if than that who whose where into over under per
    """
)
_HELD = words(
    """
    business group firm start-up startup entity venture stock shares equity capital ordinary common outstanding voting
    rights enterprise bank airline airport club team franchise project plant mine field block site pipeline refinery
    port terminal station stadium whole unit subsidiary arm division holding operation operations fund brand chain
    network partnership house shop giant for-profit non-profit lab tie-up vehicle trust consortium concession
    licence license asset assets joint merged combined enlarged larger new resulting interest stake interests estate
    """
)
_NO_FIRMS = words(
    """
    power number order water computer member customer user paper quarter other offer worker consumer matter former later
    earlier further voter shareholder stockholder reader viewer subscriber labor color error floor sector factor letter
    never ever under over after per silver copper timber rubber summer winter career corner server router semiconductor
    """
)
_UNHELD = words(
    """
    market markets sales revenue revenues output production capacity contracts imports exports workforce staff votes
    customers users demand electricity power energy profit profits earnings income spending traffic
    """
)


def is_of_holders(read: Tokens, start: int, others: list[tuple[int, int]]) -> bool:
    """Whether it is one of a list: "La Caisse 20%, Centrica 15%, EDF 12.5%". `others` are the percentages beside it."""
    if len(others) < _LISTED or not _named_before(read, start):
        return False
    return sum(_named_before(read, first) for first, _ in others) >= _LISTED


def _named_before(read: Tokens, start: int) -> bool:
    return start > 0 and read.raw[start - 1][0].isupper() and read.low[start - 1] not in _NO_HOLDERS


_LISTED = 3


def goes_on(read: Tokens, scene: Scene, start: int, last: int, known: int) -> bool:
    """Whether a percentage goes on with the holdings told up to token `known`: "16% by Acme, 47% by Bell"."""
    sentence = read.sentences[scene.number]
    between = read.low[known:start]
    if len(between) > _BEFORE or not (_ALSO & set(between)) or not MOVES.isdisjoint(between):
        return False
    after = read.low[last] if last < sentence.last else ""
    return after in _GIVEN or (between[-1] in _ALSO and not after[:1].isalpha()) or _named_before(read, start)


_ALSO = words("and , ;")
_GIVEN = words("by of from plus to for")


def _listed_holder(read: Tokens, sentence: Sentence, first: int) -> bool:
    """Whether a name stands right before a percentage, and the sentence speaks of holders: "held by Bell (20%)"."""
    name = read.raw[first - 1]
    if not name[0].isupper() or read.owns[first - 1] or name.lower() in _NO_HOLDERS:
        return False
    return not _HOLDING.isdisjoint(read.low[sentence.first : first])


_HOLDING = words("held owned hold own holds owns shareholders owners equity shareholding shareholdings ownership")
_NO_HOLDERS = words("the a an at to by for of in january february march april may june july august")
MOVES = words(
    """
    up down rise rises rose risen rising fall falls fell fallen falling gain gains gained gaining lose loses lost losing
    jump jumps jumped jumping climb climbs climbed climbing drop drops dropped dropping slip slips slipped slipping
    slide slides slid sliding surge surges surged surging soar soars soared soaring leap leaps leapt leaped leaping
    tumble tumbles tumbled tumbling plunge plunges plunged plunging shed sheds shedding add adds added sink sinks sank
    sunk ease eases eased decline declines declined grow grows grew grown shrink shrank rally rallied
    advance advances advanced narrowed widened + -
    """
)
_BEFORE_FOR = words("the about around roughly some nearly almost a an just over its")
_OPENS = words("( : | with")
_BEFORE = 12  # words
