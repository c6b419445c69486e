"""What the title of a report says."""

from collections import Counter
from dataclasses import replace

from extractors.reading.clauses import Part
from extractors.reading.events import Event, events_of
from extractors.reading.hints import hints_of
from extractors.reading.names import Names, names_in_title, same_company
from extractors.reading.tokens import Tokens, tokens_of


def heading_of(title: str, names: Names) -> tuple[Tokens, frozenset[str], list[Event]]:
    """The words, companies and events of a title, its names known by those of the text."""
    read = tokens_of(title)
    above = names_in_title(read, names)
    events: list[Event] = []
    above.called = {key: forms for key, forms in above.called.items() if forms}
    shouted = {key for key, forms in above.called.items() if all(f.isupper() and len(f) > 3 for f in forms)}
    above.found = [one for one in above.found if one.key not in shouted or one.key in names.called]
    above.called = {key: forms for key, forms in above.called.items() if key not in shouted or key in names.called}
    same = {key: next((k for k in names.called if same_company(k, key)), key) for key in above.called}
    for event in (*events_of(read, above), *hints_of(read, above)):
        parts = tuple(Part(p.role, same.get(p.key, p.key), p.place) for p in event.parts)
        events.append(replace(event, parts=parts, sentence=0))
    for key, forms in above.called.items():
        names.called.setdefault(same[key], Counter()).update(forms)
        names.full.setdefault(same[key], next(iter(forms)))
    return read, frozenset(same.values()), events
