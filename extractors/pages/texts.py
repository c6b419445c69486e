"""What a text is, whatever its page looked like: normal form, language, names. All linear."""

import re
import unicodedata
from hashlib import sha256

# --- the normal form ---------------------------------------------------------------------------------

MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛‹›`´′", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
    }
)
LONGEST_FURNITURE = 120  # characters of a line
# A line of these alone is page furniture.
FURNITURE_LINES = """
    ad|advert|advertisement|advertisement - scroll to continue|article continues below|bookmark|comments|
    continue reading|copy link|email|facebook|follow us|getty images|image|leave a comment|linkedin|
    listen to this article|loading...|more on this story|print|read more|recommended|related|related articles|
    related stories|reprints|save|save article|share|share this article|share this story|show more|sign up|
    skip advertisement|skip to content|sponsored|story continues below advertisement|subscribe|tweet|
    view comments|whatsapp"""
FURNITURE = frozenset(line.strip() for line in FURNITURE_LINES.split("|"))
# So is a line that says when or how long, by one word of the first row, and otherwise only by these and numbers.
WHEN_HEAD_WORDS = "updated update published posted modified edited ago read reading comments shares views"
WHEN_HEADS = frozenset(WHEN_HEAD_WORDS.split())
WHEN_OTHER_WORDS = """
    last first this article story page was has been on at by in the a an and just now today yesterday
    second seconds sec minute minutes min mins hour hours hr hrs day days time h m s
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
    november dec december mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday
    sun sunday am pm a.m p.m z utc gmt bst est edt et cst cdt ct mst mdt mt pst pdt pt cet cest ist sgt hkt jst aest
    st nd rd th t"""
WHEN_WORDS = WHEN_HEADS | frozenset(WHEN_OTHER_WORDS.split())
PIECE_OF_TIME = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?|\d+")


def normalised(text: str) -> str:
    """The text without what changes while the news does not: line breaks, kinds of quotes, dashes, page furniture.

    Loses layout; keeps every word, figure and sign of the sentences. Two texts of one normal form are one version.
    """
    plain = unicodedata.normalize("NFKC", text.translate(MARKS)).translate(MARKS)
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    words = " ".join(line for line in lines if line and not is_furniture(line))
    return re.sub(r" ?-+ ?", "-", words)


def text_hash(text: str) -> str:
    """A fingerprint of the normal form: equal for texts that differ in looks only."""
    return sha256(normalised(text).encode("utf-8", "replace")).hexdigest()


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the report: "Share", "Updated 5 minutes ago", "3 min read"."""
    if len(line) > LONGEST_FURNITURE:
        return False
    low = line.lower().strip(" .:|*-")
    if low in FURNITURE:
        return True
    words = PIECE_OF_TIME.findall(low)
    return (
        any(word in WHEN_HEADS for word in words)
        and all(word in WHEN_WORDS or word.isdigit() for word in words)
        and not any(sign in low for sign in "$€£¥%")
    )


# --- language ----------------------------------------------------------------------------------------

# The commonest small words of the languages that news feeds come in. A few dozen tell them apart in a paragraph.
SMALL_WORDS = {
    "en": """the of and to in a is that for it with as was on by be are from at has have its said will an this which or
        were been but not their they we would after than up about more he his who you""",
    "de": """der die und den das von zu mit ist im für auf des ein eine nicht dem sich auch als es wird nach bei einer
        aus hat sind wurde werden einen zum zur über""",
    "fr": """le la les de des et en un une du que est pour dans par sur au avec qui ne pas plus son il ce sont aux été
        cette d l ses leur mais ou""",
    "es": """el la los las de que y en un una del se por con para es su al lo como más ha fue sus pero este entre sobre
        también desde""",
    "it": """il la di che e un una del per è con non si da dei le della sono al gli nel alla ha più anche delle come lo
        dalla questo""",
    "pt": """o a os as de que e do da em um uma para com não no na por se mais dos das ao foi como é ou pelo pela
        são""",
    "nl": """de het een en van is dat op te zijn met voor niet die aan er ook als bij door naar wordt heeft worden uit
        maar om""",
    "sv": "och att det som en på är av för den med inte till har de om ett men var från kan vi",
    "da": "og at det en den til er som på de med af for ikke der et har om var fra kan sig",
    "no": "og å det som en på er av for til med ikke har de den om et var fra kan seg",
    "fi": "ja on ei että se oli hän mutta myös kun ovat joka sekä mukaan vuoden",
    "pl": "i w na z się nie do to że jest o po od za przez jak ale dla oraz jego",
    "cs": "a v na se je že s z do o pro by jako ale si ve podle které",
    "ro": "și de la în a cu pe care nu o un din este pentru mai că să fost sunt",
    "hu": "a az és hogy nem is egy meg volt de ez azt már",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar",
    "id": "yang dan di dengan untuk ini dari pada dalam tidak akan itu oleh juga",
    "vi": "và của là có cho được trong các một người với không đã này",
}
SMALL = {code: frozenset(words.split()) for code, words in SMALL_WORDS.items()}
SCRIPTS = {  # first letters of the Unicode names
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
}
SAMPLE = 4_000  # characters that are looked at
FEWEST_WORDS = 5
FEWEST_SMALL = 0.10  # of the words; running text of any of these languages has .25 and more, headlines .15


def language_of(text: str) -> str | None:
    """The language as ISO 639-1, or None where the text is too short or too odd to tell. Meant for English or not."""
    sample = text[:SAMPLE].lower()
    letters = [char for char in sample if char.isalpha()]
    foreign = [char for char in letters if ord(char) > 0x36F]
    if len(foreign) * 3 > len(letters):
        return _script(foreign)
    words = re.findall(r"[^\W\d_]+", sample)
    if len(words) < FEWEST_WORDS:
        return None
    shares = {code: sum(word in small for word in words) / len(words) for code, small in SMALL.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= FEWEST_SMALL else None


def _script(letters: list[str]) -> str | None:
    """The commonest language written in these letters; a few kana make Japanese of Chinese characters."""
    counts: dict[str, int] = {}
    for letter in letters:
        code = SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0])
        if code:
            counts[code] = counts.get(code, 0) + 1
    if counts.get("ja", 0) * 20 > sum(counts.values()):
        return "ja"
    return max(counts, key=lambda code: counts[code]) if counts else None


# --- names -------------------------------------------------------------------------------------------

WORD = re.compile(r"[^\W_]+")


def names_in(text: str) -> frozenset[str]:
    """Words that are names by their looks, in lower case: with a capital inside a sentence, and nowhere without one."""
    names, small = set(), set()
    for match in WORD.finditer(text):
        word = match[0]
        if word[0].islower():
            small.add(word)
        elif len(word) > 1 and word.isalpha() and not _begins(text, match.start()):
            names.add(word.lower())
    return frozenset(names - small)


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins there."""
    while place and text[place - 1] in ' "“‘(':
        place -= 1
    return place == 0 or text[place - 1] in ".!?:\n"
