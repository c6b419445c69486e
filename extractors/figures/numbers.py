"""Numbers as printed: "1.2 bn", "four to five", "half a billion", "12-1/2", "tens of millions".

What a number counts is read in `amounts`.
"""

from dataclasses import dataclass
from decimal import Decimal

from extractors.figures.scanning import Tokens, listed

LONGEST_NUMBER = 32  # digits and separators; longer runs are serial numbers or rubbish
ONE = Decimal(1)
TENTH = Decimal("0.1")

CARDINALS = {
    **{
        word: Decimal(value)
        for value, word in enumerate(
            listed(
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                " sixteen seventeen eighteen nineteen"
            )
        )
    },
    **{
        word: Decimal(10 * value)
        for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
    },
}

SCALES = {
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred",
        3: "thousand thousands",
        5: "lakh lakhs lac",
        6: "million mln mn mio milion",
        7: "crore crores cr",
        9: "billion bln bn billon milliard",
        12: "trillion tln trn tn",
    }.items()
    for word in words.split()
} | {"dozen": Decimal(12)}
LETTER_SCALES = {"k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}
LETTER_SCALES |= {"mm": Decimal(10) ** 6}

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7}  # "two-thirds"
PARTS |= {"eighth": 8, "ninth": 9, "tenth": 10}
PARTS |= {"halves": 2} | {f"{part}s": value for part, value in PARTS.items() if part != "half"}

# Vague plurals and the least that they say. "Hundreds" are two at least; the others are read as one of the kind.
VAGUE = {"dozens": 24, "tens": 10, "scores": 20, "hundreds": 200}
VAGUE_SCALES = {"thousands": 3, "millions": 6, "billions": 9, "trillions": 12}


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and the tokens it takes: `first` up to, without, `last`."""

    value: Decimal
    step: Decimal  # of the last printed digit
    first: int
    last: int
    scale: Decimal = ONE
    grouped: bool = False  # printed with separators: never a year
    worded: bool = False
    vague: bool = False  # "tens of millions": `value` is the least it says


def read_number(t: Tokens, i: int, money: bool = False) -> Number | None:
    """The number that starts at token i, with its scale; None where there is none.

    With `money` a currency stands before, so that a letter is a scale even after a space ("$5 B").
    """
    word = t.words[i]
    if in_digits(word):
        core = _digits(t, i)
    elif word in VAGUE or word in VAGUE_SCALES:
        return _vague(t, i)
    else:
        core = _worded(t, i)
    return core and _scaled(t, core, money)


def in_digits(word: str) -> bool:
    """Whether a token is a number in digits: "5", "1,234.5", ".5"; not "..."."""
    return word[0].isdecimal() or (word[0] == "." and word[1:2].isdecimal())


def plain_decimal(printed: str) -> tuple[Decimal, Decimal, bool] | None:
    """Value, step of the last digit and whether grouped, of "1,234.5" or "12,34,567"; None if it is no number.

    Whole groups of zeros are a scale ("1,000,000" is a million to the nearest). One or two digits after a lone
    comma are decimals ("12,5").
    """
    if len(printed) > LONGEST_NUMBER or printed.count(".") > 1:
        return None
    whole, _, decimals = printed.partition(".")
    groups = whole.split(",")
    if "," in decimals or (len(groups) > 1 and len(groups[0]) > 3):
        return None
    if len(groups) == 2 and len(groups[1]) < 3 and not decimals:
        return Decimal(f"{groups[0]}.{groups[1]}"), Decimal(1).scaleb(-len(groups[1])), True
    if len(groups) > 1 and (len(groups[-1]) != 3 or any(len(group) not in (2, 3) for group in groups[1:])):
        return None
    value = Decimal("".join(groups) + ("." + decimals if decimals else "") if whole else "0." + decimals)
    return value, _step(groups, decimals), len(groups) > 1


def _step(groups: list[str], decimals: str) -> Decimal:
    """The worth of the last printed digit."""
    if decimals:
        return Decimal(1).scaleb(-len(decimals))
    zeros = 0
    for group in reversed(groups[1:]):
        if group != "000":
            break
        zeros += 3
    return Decimal(1).scaleb(zeros)


def _digits(t: Tokens, i: int) -> Number | None:
    """A number in digits, with a fraction after it: "12-1/2", "2½"."""
    read = plain_decimal(t.words[i])
    if read is None:
        return None
    value, step, grouped = read
    fraction = _fraction(t, i + 1)
    if fraction and step == 1 and not grouped:
        return Number(value + fraction[0], Decimal("0.01"), i, fraction[1])
    if t.word(i + 1) == "/" and fraction is None and (whole := _fraction(t, i)):
        return Number(whole[0], Decimal("0.01"), i, whole[1])
    return Number(value, step, i, i + 1, grouped=grouped)


def _fraction(t: Tokens, i: int) -> tuple[Decimal, int] | None:
    """A fraction that starts at token i, with the token after it. Only halves to sixty-fourths: "9/11" is none."""
    if (word := t.word(i)) in FRACTIONS:
        return FRACTIONS[word], i + 1
    if t.word(i + 1) != "/" or not (word.isdecimal() and t.word(i + 2).isdecimal()) or t.gap(i + 1) or t.gap(i + 2):
        return None
    if len(word) > 2 or t.words[i + 2] not in ("2", "3", "4", "8", "16", "32", "64"):
        return None
    over, under = int(word), int(t.words[i + 2])
    return (Decimal(over) / under, i + 3) if 0 < over < under else None


def _worded(t: Tokens, i: int) -> Number | None:
    """A number in words, without its scale: "twenty-five", "two and a half", "half a", "a" before a scale."""
    word = t.words[i]
    if word in ("a", "an"):
        following = t.word(i + 1)
        if following in PARTS and (part := _part_of_scale(t, i + 1, ONE)):
            return Number(part[0], TENTH, i, part[1], worded=True)
        return Number(ONE, ONE, i, i + 1, worded=True) if following in SCALES else None
    if word in PARTS:
        part = _part_of_scale(t, i, ONE)
        return part and Number(part[0], TENTH, i, part[1], worded=True)
    if word not in CARDINALS:
        return None
    value, j = CARDINALS[word], i + 1
    if (part := _part_of_scale(t, j, value)) is not None:
        return Number(part[0], TENTH, i, part[1], worded=True)
    if value >= 20 and 0 < CARDINALS.get(t.word(j), Decimal(0)) < 10:
        value, j = value + CARDINALS[t.words[j]], j + 1
    if t.word(j) == "and" and t.word(j + 1) in ("a", "one") and t.word(j + 2) in ("half", "quarter"):
        return Number(value + ONE / PARTS[t.words[j + 2]], TENTH, i, j + 3, worded=True)
    return Number(value, ONE, i, j, worded=True)


def _part_of_scale(t: Tokens, i: int, over: Decimal) -> tuple[Decimal, int] | None:
    """The part in "half a billion", "three quarters of a million", and the token of the scale."""
    if t.word(i) not in PARTS:
        return None
    j = i + 1
    if t.word(j) == "of":
        j += 1
    if t.word(j) in ("a", "an"):
        j += 1
    return (over / PARTS[t.words[i]], j) if t.word(j) in SCALES and t.word(j) != "dozen" else None


def _scaled(t: Tokens, core: Number, money: bool) -> Number:
    """The number with the scales after it: "hundred thousand", "bn", a glued "m"; and what follows a hundred."""
    scale, value, step, i = ONE, core.value, core.step, core.last
    while (word := t.word(i)) in SCALES and scale < Decimal(10) ** 9:
        scale, i = scale * SCALES[word], i + 1
        if core.worded and word in ("hundred", "thousand") and (more := _remainder(t, i, SCALES[word])):
            value, scale, step, i = value * scale + more[0], ONE, ONE, more[1]
    if scale == 1 and word in LETTER_SCALES and not core.worded and (not t.gap(i) or (money and t.gap(i) == " ")):
        scale, i = LETTER_SCALES[word], i + 1
    if i == core.last:
        return core
    step = ONE if scale == 12 else step * scale  # "a dozen" is counted to one
    return Number(value * scale, step, core.first, i, scale, core.grouped, core.worded)


def _remainder(t: Tokens, i: int, below: Decimal) -> tuple[Decimal, int] | None:
    """What follows "one hundred" or "two thousand": "(and) twenty-five"."""
    j = i + 1 if t.word(i) == "and" else i
    if t.word(j) not in CARDINALS:
        return None
    more = _worded(t, j)
    if more is None or more.step != ONE:
        return None
    if t.word(more.last) == "hundred" and below > 100:
        tail = _remainder(t, more.last + 1, Decimal(100))
        return (more.value * 100 + (tail[0] if tail else 0), tail[1] if tail else more.last + 1)
    return more.value, more.last


def _vague(t: Tokens, i: int) -> Number | None:
    """A vague plural: "tens of millions", "hundreds of thousands", "millions"."""
    word = t.words[i]
    if word in VAGUE_SCALES:
        least = Decimal(10) ** VAGUE_SCALES[word]
        return Number(least, least, i, i + 1, worded=True, vague=True)
    least, j = Decimal(VAGUE[word]), i + 1
    if t.word(j) == "of" and (scale := t.word(j + 1)) in VAGUE_SCALES:
        least, j = least * Decimal(10) ** VAGUE_SCALES[scale], j + 2
    return Number(least, least, i, j, worded=True, vague=True)
