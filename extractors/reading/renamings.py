"""Companies under a new name: "Velora, formerly known as Quillon" is one company, called by either."""

import re

from extractors.reading.naming import Named, Names

# What stands between the two names, as words in small letters with one blank between them.
_FORMERLY = re.compile(
    r"[,(–-]? ?(?:(?:and )?(?:which|that) (?:was|were) )?"
    r"(?:formerly|previously|earlier|originally|until recently|f/k/a|f / k / a|fka|née|nee)"
    r"(?: (?:known|trading|traded|listed) as| called| named)?"
)
_OLD_FIRST = re.compile(
    r"[,(–-]? ?(?:(?:which|that) )?(?:has |had |is |was )?(?:"
    r"(?:now|today|since|later|recently|subsequently) (?:known as|called|named|renamed|rebranded(?: as)?|trading as)"
    r"|now|renamed(?: itself)?|rebranded(?: itself)?(?: as)?|changed its name to)"
)
_WORDS = 8  # no such phrase is longer


def join_renamed(names: Names) -> None:
    """Give a company and what it was called before one key, and a name that has both: "Velora (Quillon)"."""
    now: dict[str, str] = {}
    for one, two in zip(names.found, names.found[1:], strict=False):
        newer = _newer(names, one, two)
        if newer is not None and newer.key not in now and not one.person and not two.person:
            older = two if newer is one else one
            now.setdefault(older.key, newer.key)
    for old, new in now.items():
        _join(names, old, new)


def _newer(names: Names, one: Named, two: Named) -> Named | None:
    """Which of two names beside one another is the newer of one company, if the words between say that."""
    read = names.read
    if one.key == two.key or not 0 < two.first - one.last <= _WORDS or read.owns[two.last - 1]:
        return None
    between = " ".join(read.low[one.last : two.first])
    if _FORMERLY.fullmatch(between):
        return one
    return two if _OLD_FIRST.fullmatch(between) else None


def _join(names: Names, old: str, new: str) -> None:
    called = f"{names.display(new)} ({names.display(old)})"
    names.found[:] = [one._replace(key=new) if one.key == old else one for one in names.found]
    names.forms(new).update(names.called.pop(old, {}))
    names.full[new] = called
    for marked in (names.sure, names.formal):
        if old in marked:
            marked.add(new)
