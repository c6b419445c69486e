"""OPML: lists of feeds, as feed readers exchange them."""

from collections.abc import Iterable

from lxml import etree  # type: ignore[import-untyped]

from extractors.models import DealdriftError


class UnreadableList(DealdriftError):
    """The bytes are no OPML; the text says why."""


def read_opml(body: bytes) -> list[tuple[str, str]]:
    """Return (address, title) of each feed, in order and once each. Raises UnreadableList."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableList(f"is no OPML ({error.msg})") from error
    if root.tag != "opml":
        raise UnreadableList(f"is no OPML (its root is <{root.tag}>)")
    feeds: dict[str, str] = {}
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        if url:
            feeds.setdefault(url, (outline.get("title") or outline.get("text") or "").strip())
    return list(feeds.items())


def write_opml(feeds: Iterable[tuple[str, str]]) -> bytes:
    """Write (address, title) pairs as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "dealdrift feeds"
    body = etree.SubElement(root, "body")
    for url, title in feeds:
        etree.SubElement(body, "outline", type="rss", text=title or url, title=title or url, xmlUrl=url)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
