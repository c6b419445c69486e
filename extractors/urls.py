"""Canonical URLs: one address for one article, however it was linked."""

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from extractors.models import DealdriftError, stable_id

LONGEST = 4_000  # characters; browsers and servers give up far below

DEFAULT_PORTS = {"http": 80, "https": 443}

# Parameters that say where a reader came from, never what is read. Names, then beginnings of names.
COUNTED = (  # by advertising networks, by mailing tools, by publishers
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh _ga _gl __twitter_impression",
    "mc_cid mc_eid mkt_tok _hsenc _hsmi oly_enc_id oly_anon_id vero_id wickedid guccounter guce_referrer "
    "guce_referrer_sig",
    "s_cid cmp cmpid icid ncid ocid ftag smid smtyp sr_share taid feedtype ns_mchannel ns_source ns_campaign "
    "ns_linkname xtor",
)
TRACKING = frozenset(" ".join(COUNTED).split())
TRACKING_BEGINNINGS = ("utm_", "at_", "pk_", "mtm_", "hsa_", "stm_", "wt.mc", "wt_mc")
# Only with these values: with others the same name may choose the article.
TRACKING_PAIRS = frozenset(
    ("rss=1", "ref=rss", "source=rss", "src=rss", "from=rss", "partner=rss", "output=rss", "mod=rss_markets_main")
)

SAFE_IN_PATH = "/:@!$&'()*+,;=~%-._"
SAFE_IN_QUERY = SAFE_IN_PATH + "?[]"
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class BadUrl(DealdriftError):
    """The address leads to no article; the text says why."""


def canonical_url(url: str) -> str:
    """One spelling of a web address: host in lower case, no fragment, no tracking parameters, no default port.

    Raises BadUrl for what is no plain http or https address: other schemes, no host, user names, control characters.
    """
    text = url.strip()
    if len(text) > LONGEST:
        raise BadUrl(f"address of {len(text)} characters; at most {LONGEST} are read")
    if any(ord(char) < 32 or ord(char) == 127 for char in text):
        raise BadUrl(f"address with control characters: {text[:80]!r}")
    try:
        parts = urlsplit(text)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError as error:
        raise BadUrl(f"not an address: {text[:80]!r} ({error})") from None
    if scheme not in DEFAULT_PORTS:
        raise BadUrl(f"not an http address: {text[:80]!r}")
    if parts.username is not None or parts.password is not None:
        raise BadUrl("address with a user name in it; write it without")
    place = _host(host, text)
    if port is not None and port != DEFAULT_PORTS[scheme]:
        place = f"{place}:{port}"
    return urlunsplit((scheme, place, _path(parts.path), _query(parts.query), ""))


def resolved_url(base: str, link: str) -> str:
    """The canonical address of a link that stood on the page `base`. Raises BadUrl."""
    try:
        return canonical_url(urljoin(base, link.strip()))
    except ValueError as error:
        raise BadUrl(f"not an address: {link[:80]!r} ({error})") from None


def article_id(url: str) -> str:
    """The id of the article at a canonical address; http or https, with or without a last slash, is all one."""
    return stable_id("art", url.partition("://")[2].rstrip("/") or url)


def _host(host: str, shown: str) -> str:
    """The host as machines write it: ASCII, lower case, no last dot."""
    name = host.rstrip(".").lower()
    if ":" in name:
        return f"[{name}]"
    try:
        ascii_name = name.encode("idna").decode("ascii")
    except UnicodeError:
        raise BadUrl(f"address with an impossible host: {shown[:80]!r}") from None
    if not ascii_name or not re.fullmatch(r"[a-z0-9._-]+", ascii_name):
        raise BadUrl(f"address without a host: {shown[:80]!r}")
    return ascii_name


def _path(path: str) -> str:
    """The path without `.` and `..`, with escapes in one spelling."""
    kept: list[str] = []
    steps = _one_spelling(path.replace("\\", "/"), SAFE_IN_PATH).split("/")
    for step in steps:
        if step == "..":
            kept = kept[: max(1, len(kept) - 1)]
        elif step != ".":
            kept.append(step)
    if steps[-1] in (".", ".."):
        kept.append("")
    joined = "/".join(kept)
    return joined if joined.startswith("/") else f"/{joined}"


def _query(query: str) -> str:
    """The query without what only counts clicks, in the order given."""
    kept = [pair for pair in query.split("&") if pair and not _tracks(pair)]
    return _one_spelling("&".join(kept), SAFE_IN_QUERY)


def _tracks(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in TRACKING or name.startswith(TRACKING_BEGINNINGS) or pair.lower() in TRACKING_PAIRS


def _one_spelling(text: str, safe: str) -> str:
    """Escapes in capitals, none where none is needed, everything else that is unsafe escaped as UTF-8."""

    def respelt(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in UNRESERVED else f"%{match[1].upper()}"

    once = ESCAPE.sub(respelt, text)
    lone = re.sub(r"%(?![0-9A-F]{2})", "%25", once)
    return quote(lone, safe=safe, errors="replace")
