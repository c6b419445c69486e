"""Many alerts of one pass → one thing to say, short enough for any receiver. The loudest come first."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.alerts import LIMIT, Alert
from extractors.comparing.tellings import cut
from extractors.models import Severity, stable_id

_CUTS = (300, 120, 60)  # characters that any one text of it may have, until it fits
_LOUD = [each.value for each in Severity]
Payload = Mapping[str, Any]


def digest_of(endpoint: str, payloads: Sequence[Payload]) -> Alert:
    """The digest of the alerts for one endpoint, given as they would have been sent.

    It counts all and lists as many as fit, the quietest being left out; `left_out` says how many.
    """
    ordered = sorted(payloads, key=lambda payload: -_loudness(payload))
    digest_id = stable_id("alr", "digest", endpoint, *sorted(str(payload["id"]) for payload in payloads))
    for longest in _CUTS:
        listed = [_line(payload, longest) for payload in ordered]
        body = _body(digest_id, len(payloads), listed)
        if _size(body) < LIMIT:
            break
    else:
        body = _body(digest_id, len(payloads), _as_many_as_fit(digest_id, len(payloads), listed))
    return Alert(digest_id, digest_id, endpoint, body)


def _body(digest_id: str, count: int, listed: Sequence[Payload]) -> dict[str, object]:
    told = {"count": count, "left_out": count - len(listed), "alerts": list(listed)}
    return {"version": 1, "id": digest_id, "type": "digest", **told}


def _as_many_as_fit(digest_id: str, count: int, listed: Sequence[Payload]) -> list[Payload]:
    room = LIMIT - _size(_body(digest_id, count, [])) - len(str(count))
    kept: list[Payload] = []
    for line in listed:
        room -= _size(line) + 2  # and the comma
        if room <= 0:
            break
        kept.append(line)
    return kept


def _line(payload: Payload, longest: int) -> Payload:
    """What of one alert a digest says; the rest is under its id in the desk."""
    old, new = payload.get("from") or {}, payload.get("to") or {}
    source = new or old
    texts = {
        "attribute": payload.get("attribute"),
        "strand": payload.get("strand"),
        "from": old.get("quote"),
        "to": new.get("quote"),
        "outlet": source.get("outlet"),
        "explanation": payload.get("explanation"),
    }
    url = source.get("url")
    return {
        "type": payload["type"],
        "id": payload["id"],
        "change_id": payload.get("change_id"),
        "deal": {"key": payload["deal"]["key"], "name": cut(payload["deal"]["name"], longest)},
        "kind": payload.get("kind"),
        "severity": payload.get("severity"),
        **{name: cut(text, longest) if text else None for name, text in texts.items()},
        "url": url if url and len(url) <= longest else None,
    }


def _loudness(payload: Payload) -> int:
    return _LOUD.index(payload["severity"]) if payload.get("severity") in _LOUD else -1


def _size(body: Mapping[str, object]) -> int:
    return len(json.dumps(body))  # ASCII with escapes: the largest that any encoder makes of it
