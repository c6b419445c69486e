"""Bytes to text, and markup to words. Everything here is linear in its input and never raises on hostile bytes."""

import codecs
import re
from functools import lru_cache
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

MARKS = (  # byte order marks, longest first: utf-32's begins like utf-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BARE_MARKUP = (  # how "<?" and "<h" look without a mark
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
# Browsers read these labels as the wider code page that people mean by them (WHATWG Encoding).
MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Only these are ever looked up: Python also knows "encodings" that unpack, escape or rotate.
KNOWN_NAMES = """
    utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256
    cp1257 cp1258 cp866 cp874 cp932 cp949 cp037 koi8-r koi8-u mac-roman gb18030 big5hkscs euc_jp iso2022_jp
    iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15
    iso8859-16"""
KNOWN = frozenset(KNOWN_NAMES.split())
# In these every byte, or nearly every, is a character: that they decode proves nothing.
ONE_BYTE = frozenset(name for name in KNOWN if name.startswith(("cp12", "iso8859", "koi8", "mac", "cp8")))

LABEL_IN_HEADER = re.compile(r"charset\s?=\s?[\"']?([\w.:-]{1,40})", re.IGNORECASE)
LABEL_IN_MARKUP = re.compile(rb"(?:charset|encoding)\s?=\s?[\"']?([\w.:-]{1,40})", re.IGNORECASE)
LOOKED_AT = 4_096  # bytes in which a page has to name its encoding (WHATWG says 1024; real pages are later)
REPAIRABLE = 2_000  # bad bytes up to which a text labelled UTF-8 is mended byte by byte

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

BLOCK_TAGS = """
    address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main
    nav ol p pre section table td th tr ul"""
BLOCKS = frozenset(BLOCK_TAGS.split())
UNREAD = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title"))
DEEPEST = 250  # elements; the parser itself gives up at 256 and drops the text


def decoded(body: bytes, content_type: str | None = None) -> str:
    """The text of a page or feed: byte order mark, then header, then what it says of itself, then UTF-8, then cp1252.

    A label is believed only if the bytes fit it, and never against bytes that are plainly UTF-8: "€5m" must not become
    "Ä5m". Stray cp1252 bytes in a UTF-8 text are read as cp1252. Control characters are dropped.
    """
    for mark, name in MARKS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(name, "replace"))
    for start, name in BARE_MARKUP:
        if body.startswith(start):
            return _clean(body.decode(name, "replace"))
    utf8 = _strict(body, "utf-8")
    labels = [name for name in (_header_label(content_type), _own_label(body)) if name]
    if utf8 is not None and (not labels or labels[0] in ONE_BYTE or "utf-8" in labels):
        return _clean(utf8)
    for name in labels:
        if name != "utf-8" and not name.startswith(("utf-16", "utf-32")):
            text = _strict(body, name)
            if text is not None:
                return _clean(text)
    return _clean(utf8 if utf8 is not None else _mended(body))


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, one line a block, entities resolved. What is nested too deeply is dropped."""
    if "<" not in markup and "&" not in markup:
        return _lines(markup)
    tree = tree_of(f"<div>{markup}</div>")
    return "" if tree is None else _lines("".join(_words(tree)))


def tree_of(markup: str) -> Any | None:
    """The element tree of a page (lxml), or None where there is none. Comments and instructions are left out."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    source = markup.encode("utf-8", "replace")
    if not source.strip():
        return None
    try:
        tree = lxml_html.document_fromstring(source, parser=parser)
    except (lxml_html.etree.ParserError, lxml_html.etree.XMLSyntaxError):
        return None
    return tree if tree is not None and len(tree) else None


def too_deep(tree: Any) -> bool:
    """Whether elements are nested so deeply that text was lost, or will be."""
    level, depth = [tree], 0
    while level and depth < DEEPEST:
        level, depth = [child for element in level for child in element], depth + 1
    return bool(level)


@lru_cache(maxsize=256)
def _codec(label: str) -> str | None:
    """The codec that a label means, or None where it is none that we read."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, UnicodeError, ValueError):
        return None
    name = MEANT.get(name, name)
    return name if name in KNOWN else None


def _header_label(content_type: str | None) -> str | None:
    found = LABEL_IN_HEADER.search(content_type[:1_000]) if content_type else None
    return _codec(found[1]) if found else None


def _own_label(body: bytes) -> str | None:
    """What the XML declaration or a meta element names. That could be read as ASCII, so it is not UTF-16."""
    found = LABEL_IN_MARKUP.search(body[:LOOKED_AT])
    name = _codec(found[1].decode("ascii", "replace")) if found else None
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _strict(body: bytes, name: str) -> str | None:
    """The text, if the bytes fit; a character cut off at the very end is forgiven."""
    try:
        return codecs.getincrementaldecoder(name)().decode(body, final=False)
    except (UnicodeError, ValueError):
        return None


def _mended(body: bytes) -> str:
    """UTF-8 with strays, or no UTF-8 at all."""
    strays = body.decode("utf-8", "replace").count("\ufffd")
    if strays > REPAIRABLE or strays * 2 > sum(byte >= 0x80 for byte in body):
        return body.decode("cp1252", "replace")
    return body.decode("utf-8", "dealdrift_strays")


def _stray(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - registered for decoding only
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("dealdrift_strays", _stray)


def _clean(text: str) -> str:
    plain = CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return REFERENCES.sub(_referred, plain) if "&#" in plain else plain


# A character by its number, and two that are one written as UTF-16 does: "&#xD83D;&#xDE00;".
REFERENCES = re.compile(
    r"&#x(?P<high>d[89ab][0-9a-f]{2});&#x(?P<low>d[c-f][0-9a-f]{2});|&#(?:x(?P<hex>[0-9a-f]+)|(?P<number>[0-9]+));?",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 8  # digits; no character needs more


def _referred(match: re.Match[str]) -> str:
    """The reference as it stands, or a blank for one to no character or a control: parsers break off or fail at it."""
    if match["high"]:
        return chr(0x10000 + ((int(match["high"], 16) & 0x3FF) << 10) + (int(match["low"], 16) & 0x3FF))
    printed = match["hex"] or match["number"]
    code = int(printed, 16 if match["hex"] else 10) if len(printed.lstrip("0")) <= _LONGEST_NUMBER else -1
    told = code in (9, 10, 13) or 31 < code < 0xD800 or 0xDFFF < code < 0x110000
    return match[0] if told and code != 0x7F else " "


def _words(tree: Any) -> list[str]:
    """All text in the order of reading, with a line break around blocks. Walks without recursion."""
    words: list[str] = []
    todo: list[Any] = [tree]
    while todo:
        step = todo.pop()
        if isinstance(step, str):
            words.append(step)
            continue
        edge = "\n" if step.tag in BLOCKS else ""
        todo.append(edge + (step.tail or ""))
        if step.tag not in UNREAD:
            todo.extend(reversed(step))
            todo.append(edge + (step.text or ""))
    return words


def _lines(text: str) -> str:
    """The lines that hold something, white space collapsed."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
