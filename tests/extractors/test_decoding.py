"""Bytes to text: which encoding, and what words are in a piece of markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.decoding import decoded, plain_text, too_deep, tree_of

HTML_UTF8 = '<meta charset="utf-8"><p>'
HTML_LATIN = '<meta charset="iso-8859-1"><p>'

DECODED = {
    "UTF-8 without a label": ("€5m".encode(), None, "€5m"),
    "a byte order mark beats the header": (b"\xef\xbb\xbf" + "€5m".encode(), "text/html; charset=iso-8859-1", "€5m"),
    "the header is believed": ("€5m".encode("cp1250"), "text/html; charset=windows-1250", "€5m"),
    "the header goes before the page": (
        ("<meta charset=koi8-r>" + "€").encode("cp1252"),
        "text/html;charset=cp1252",
        "<meta charset=koi8-r>€",
    ),
    "the page is believed": (
        ("<meta charset='koi8-r'>" + "сделка").encode("koi8-r"),
        None,
        "<meta charset='koi8-r'>сделка",
    ),
    "an XML declaration is believed": (
        '<?xml version="1.0" encoding="Shift_JIS"?>取引'.encode("cp932"),
        None,
        '<?xml version="1.0" encoding="Shift_JIS"?>取引',
    ),
    "labelled UTF-8 but in cp1252": (HTML_UTF8.encode() + b"\x805m", "text/html; charset=utf-8", HTML_UTF8 + "€5m"),
    "strays of cp1252 in a UTF-8 text": (
        HTML_UTF8.encode() + "€5m – ".encode() * 9 + b"\x93a\x94",
        None,
        HTML_UTF8 + "€5m – " * 9 + "“a”",
    ),
    "plainly UTF-8 whatever one-byte label it has": (
        (HTML_LATIN + "€5m").encode(),
        "text/html; charset=iso-8859-1",
        HTML_LATIN + "€5m",
    ),
    "iso-8859-1 is read as cp1252, as browsers do": (b"\x93x\x94", "text/html; charset=ISO-8859-1", "“x”"),
    "UTF-16 with a mark": (b"\xff\xfe" + "€5m".encode("utf-16-le"), None, "€5m"),
    "UTF-16 without a mark": ("<?xml ?>€".encode("utf-16-be"), None, "<?xml ?>€"),
    "a page that calls itself UTF-16 in ASCII letters": (
        '<meta charset="utf-16">€'.encode(),
        None,
        '<meta charset="utf-16">€',
    ),
    "an unknown label is no label": ("€".encode(), "text/html; charset=x-klingon", "€"),
    "a codec that is no encoding of text is no label": (b"48656c6c6f", "text/html; charset=hex", "48656c6c6f"),
    "a codec that unpacks escapes is no label": (b"\\u20ac", "text/html; charset=unicode_escape", "\\u20ac"),
    "a body cut off inside a character": ("a€".encode()[:-1], None, "a"),
    "bytes that are no text are read somehow": (b"\xff\x81\x00", None, "ÿ\ufffd"),
    "control characters go, line ends are one": (b"a\x00b\r\nc\rd\x0b", None, "ab\nc\nd"),
    "nothing": (b"", None, ""),
}


@pytest.mark.parametrize(("body", "content_type", "text"), DECODED.values(), ids=DECODED)
def test_decoded(body, content_type, text):
    assert decoded(body, content_type) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"))))
def test_utf8_comes_through_unchanged(text):
    assert decoded(text.encode(), "text/html; charset=utf-8") == text.removeprefix("\ufeff")


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=40)))
def test_no_bytes_are_too_odd(body, content_type):
    assert isinstance(decoded(body, content_type), str)


REFERENCES = {
    "a letter": ("&#65; &#x41;", "&#65; &#x41;"),
    "half a character": ("a &#xD83D; b", "a   b"),
    "two halves are one": ("&#xD83D;&#xDE00;", "😀"),
    "no character has such a number": ("&#99999999999; &#x110000;", "   "),
    "a control": ("&#27;[31m &#7; &#0;", " [31m    "),
    "a line break": ("a&#10;b", "a&#10;b"),
}


@pytest.mark.parametrize(("markup", "text"), REFERENCES.values(), ids=REFERENCES)
def test_references_to_no_character_are_blanks(markup, text):
    assert decoded(markup.encode()) == text


PLAIN = {
    "no markup": ("Nvidia  invests\n\n in OpenAI ", "Nvidia invests\nin OpenAI"),
    "inline tags join words": ("up to <b>$100</b>&nbsp;billion", "up to $100 billion"),
    "blocks are lines": ("<p>One.</p><p>Two.<br>Three.</p>tail", "One.\nTwo.\nThree.\ntail"),
    "lists and tables are lines": (
        "<ul><li>a<li>b</ul><table><tr><td>1</td><td>2</td></tr></table>",
        "a\nb\n1\n2",
    ),
    "entities are letters": ("AT&amp;T &#8211; &euro;5m &lt;b&gt;", "AT&T – €5m <b>"),
    "scripts and styles are not read": ("<script>alert('$1bn')</script><style>p{}</style><p>x</p>", "x"),
    "a lone sign is itself": ("5 < 6 & 7", "5 < 6 & 7"),
    "an image has no words": ("<img src='x' alt='y'>", ""),
}


@pytest.mark.parametrize(("markup", "text"), PLAIN.values(), ids=PLAIN)
def test_plain_text(markup, text):
    assert plain_text(markup) == text


def test_a_tree_says_when_it_is_too_deep():
    assert not too_deep(tree_of("<div>" * 100 + "x"))
    assert too_deep(tree_of("<div>" * 255 + "x"))
    assert tree_of("") is None
