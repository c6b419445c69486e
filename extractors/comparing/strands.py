"""When do two names mean one part of a deal? "Novo" and "Novo Nordisk" do, "A350" and "A350 options" do not."""

from extractors.reading.namesakes import same_company

# Words that name no strand by themselves.
_EMPTY = frozenset({"the", "a", "an", "of", "for", "from", "s", "bid", "offer", "proposal", "deal"})

# Reports call one thing by different nouns: with the same number, "fab 1" is "plant 1".
_BUILT = frozenset(
    (
        *("fab", "plant", "factory", "unit", "reactor", "module", "mod", "building", "train", "line", "site"),
        *("fabs", "plants", "factories", "units", "reactors", "modules", "buildings", "trains", "lines", "sites"),
    )
)
_STAGES = frozenset(("phase", "stage", "step", "phases", "stages", "steps"))
_CALLED = {**dict.fromkeys(_BUILT, "unit"), **dict.fromkeys(_STAGES, "stage")}

# A name with one of these is of a part; the name without it is of another part, or of the whole.
_PARTING = frozenset(
    (
        *("first", "second", "third", "fourth", "fifth", "last", "later", "next", "final", "initial", "early", "late"),
        *("phase", "stage", "step", "tranche", "instalment", "installment", "closing", "completion", "signing"),
        *("option", "options", "optional", "firm", "additional", "further", "extra", "more", "new", "existing", "old"),
        *("remaining", "remainder", "rest", "balance", "outstanding", "delivered", "undrawn", "half", "quarter"),
        *("expansion", "expanded", "enlarged", "enlargement", "extension", "extended", "upsized", "up", "top"),
        *("annual", "each", "per", "year", "month", "upfront", "deferred", "contingent"),
        *("milestone", "milestones", "reimbursement", "capex", "debt", "equity", "cash", "stock", "preferred"),
        *("class", "series", "warrants", "notes", "loan", "bond", "bonds", "gross", "net", "minimum", "maximum"),
    )
)


def words_of(name: str) -> frozenset[str]:
    """The words that tell a strand from others. Word order, case and articles do not matter."""
    letters = "".join(c if c.isalnum() else " " for c in name.casefold())
    words = frozenset(letters.split()) - _EMPTY
    return frozenset(_CALLED.get(word, word) for word in words) if any(map(str.isdecimal, words)) else words


def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two names only says more than the other, and nothing that makes another part of it."""
    more = one ^ other
    nested = (one <= other or other <= one) and not (one & other) <= _PARTING
    return nested and more.isdisjoint(_PARTING) and not any(c.isdecimal() for word in more for c in word)


def names_only(of: str, company: str) -> bool:
    """Whether a strand is called by a company's name and nothing else: "Google's warrants" are a part."""
    return same_company(of, company) and _PARTING.isdisjoint(words_of(of) - words_of(company))
