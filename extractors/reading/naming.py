"""The record of whom a text names, where, and under which forms."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.reading.alike import Alike
from extractors.reading.namesakes import same_name
from extractors.reading.tokens import Tokens
from extractors.reading.wellknown import OWN_NAMES

_MOST_NAMES = 300  # a text that names more companies is a list; each further name stands for itself


class Named(NamedTuple):
    """One name at one place: the tokens from `first` to `last` (not included) and the key of what it names."""

    first: int
    last: int
    key: str
    sure: bool  # its form alone shows a company
    person: bool = False


@dataclass(slots=True)
class Names:
    """All companies and people that a text names, in order, and how each is best called."""

    read: Tokens
    found: list[Named] = field(default_factory=list)
    called: dict[str, Counter[str]] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    formal: set[str] = field(default_factory=set)  # named in full, with a legal form or ticker
    public: set[str] = field(default_factory=set)  # governments
    alike: Alike = field(default_factory=Alike)  # the keys of `called`
    places: dict[frozenset[str], list[Named]] = field(default_factory=dict)

    def forms(self, key: str) -> Counter[str]:
        """How often each form of a name was met."""
        if key not in self.called:
            self.called[key] = Counter()
        return self.called[key]

    def of(self, keys: frozenset[str]) -> list[Named]:
        """Where any of these is named, in order. Kept: it is asked for figure after figure."""
        if keys not in self.places:
            self.places[keys] = [one for one in self.found if one.key in keys]
        return self.places[keys]

    def display(self, key: str) -> str:
        """The fullest common form of a name: without its legal form, not just once with a word too many."""
        forms = self.called.get(key)
        if not forms:
            return self.full.get(key, key)
        own = next((form for form in forms if form.lower() == key), None) if key in OWN_NAMES else None
        if own is not None:  # "Google", where the text also says "Alphabet"
            return own
        first = self.full.get(key) or next(iter(forms))
        usual = max(forms, key=lambda form: forms[form])
        return first if len(first) >= len(usual) or forms[usual] < 3 else usual

    def known(self, plain: str, formal: bool = False) -> str | None:
        """The company found before that this name is a form of, if any; two full names are two companies."""
        if plain in self.called or len(self.called) > _MOST_NAMES:
            return plain
        for key in self.alike.to(plain, self.called):
            if same_name(key, plain) and not (key in self.formal and formal):
                return key
        return None

    def note(self, first: int, last: int, key: str, form: str) -> None:
        """Keep one name of a company that has a key."""
        self.forms(key)[form] += 1
        self.full.setdefault(key, form)
        self.found.append(Named(first, last, key, key in self.sure))
