"""Which words with a capital are companies, where their names end, and who else takes part."""

import pytest

from extractors.parties import find_companies, same_company

NAMES = {
    "founders with commas, and their initials": (
        "Weston, Harlow & Rice will buy Pardee. WH&R pays cash.",
        "Weston, Harlow & Rice; Pardee; Weston, Harlow & Rice",
    ),
    "a list with an ampersand is no name": (
        "Tarnway, Kellmark & Pardee took part. Kellmark led, Pardee came later and Kellmark paid.",
        "Tarnway; Kellmark; Pardee; Kellmark; Pardee; Kellmark",
    ),
    "initials with points": (
        "T. Harlow Weston Associates and J.B. Pardee Co. invested.",
        "T. Harlow Weston Associates; J.B. Pardee",
    ),
    "institutions with common words": (
        "Harlow Pension Plan Investment Board and Tarnway Real Estate Investments paid.",
        "Harlow Pension Plan Investment Board; Tarnway Real Estate Investments",
    ),
    "a headline above the text": (
        "Tarnway to pay $3.1 billion for Pardee\nTarnway Corp agreed to buy Pardee Inc for cash.",
        "Tarnway; Pardee; Tarnway; Pardee",
    ),
    "an and within a name": ("Kellmark Defence and Space merges with Pardee.", "Kellmark Defence and Space; Pardee"),
    "a short form in brackets": (
        'Kellmark Royal Harlow plc ("KRH") agreed. KRH pays.',
        "Kellmark Royal Harlow; Kellmark Royal Harlow",
    ),
    "who leads a group": ("A Tarnway-led group beat a Weston-backed rival for the US-based chain.", "Tarnway; Weston"),
    "two in one word": ("The Tarnway-Pardee tie-up surprised. Tarnway pays.", "Tarnway; Pardee; Tarnway"),
    "ordinary words that open sentences": (
        "Strings are attached. Exclusivity would end. Vacancy rose. Lots of banks wait. Peers Harlow and Weston rose.",
        "Harlow; Weston",
    ),
    "ordinary words that are companies": ("Shell agreed to buy Pardee. Target said no.", "Shell; Pardee; Target"),
    "datelines": ("WESTON, Mass., May 3, 2025 (Northline) - Pardee will buy Kellmark.", "Pardee; Kellmark"),
    "a dateline of one word": ("Harlow. Pardee will buy Kellmark.", "Pardee; Kellmark"),
    "sums, periods, classes": (
        "It paid SEK 116, or Dh239 billion, for FY28 sales and Class B shares of Pardee.",
        "Pardee",
    ),
    "places by what stands beside them": (
        "Plants in Barstow and at Loughton, and offices outside Pecos, are Pardee's.",
        "Pardee",
    ),
    "money goes into companies, not places": ("Kellmark put $5 billion in Pardee.", "Kellmark; Pardee"),
    "goods that are counted": ("Harlow ordered 20 Dreamliners and 140 Cruisers from Pardee.", "Harlow; Pardee"),
    "authorities": ("The Trade and Markets Authority and the Ministry of Defence cleared Pardee.", "Pardee"),
    "people by office, age and calling": (
        "Sheila Quill, the chair of Pardee, and Nik Zabor, 41, met the engineer Odo Brant.",
        "Pardee",
    ),
    "people who deal": ("The tycoon Odo Brant offered to buy Pardee.", "Odo Brant; Pardee"),
    "companies that are called as people are": ("Ralph Lauren and Eli Lilly wait.", "Ralph Lauren; Eli Lilly"),
    "a company under a new name": (
        "Velora Group, formerly known as Quillon Group, pays. Quillon waited, Velora did not.",
        "; ".join(["Velora Group (Quillon Group)"] * 4),
    ),
    "a company by its old name first": (
        "Quillon (now Velora) will buy Pardee.",
        "Velora (Quillon); Velora (Quillon); Pardee",
    ),
    "a company that changed its name": (
        "Quillon, which has renamed itself Velora, will buy Pardee.",
        "Velora (Quillon); Velora (Quillon); Pardee",
    ),
    "what was another's is not renamed": (
        "Velora, formerly Quillon's arm, will buy Pardee.",
        "Velora; Quillon; Pardee",
    ),
    "a government that takes part": ("The US government will take a stake in Pardee.", "US government; Pardee"),
    "a government that approves": ("The British government approved the sale of Pardee.", "Pardee"),
    "names written small": ("Kellmark bought poppi, a soda. poppi began in a kitchen.", "Kellmark; poppi; poppi"),
    "odd capitals and digits": (
        "xAI, 3M, 23andMe, ironSource and e.l.f. Beauty wait.",
        "xAI; 3M; 23andMe; ironSource; e.l.f. Beauty",
    ),
    "what somebody makes": ("Crunchies maker Pardee rose. The Crunchies maker sells more.", "Pardee; Pardee"),
    "what everybody knows is made": ("OpenAI rose. The ChatGPT maker sells more.", "OpenAI; OpenAI"),
    "a kind of firm": ("Dutch chipmaker Pardee was seized. The chipmaker appealed.", "Pardee; Pardee"),
    "a kind of firm that two are": ("Chipmaker Pardee met chipmaker Harlow. The chipmaker appealed.", "Pardee; Harlow"),
    "an own name goes before that of the parent": ("Alphabet's Google paid. Google is rich.", "Google; Google; Google"),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_names(text: str, expected: str) -> None:
    assert [mention.name for mention in find_companies(text)] == [name for name in expected.split("; ") if name]


SAME = {
    "initials with an ampersand": ("J&J", "Johnson & Johnson", True),
    "a family in the plural": ("Tatas", "Tata Sons", True),
    "a table's other name": ("VW", "Volkswagen AG", True),
    "other initials": ("J&K", "Johnson & Johnson", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), SAME.values(), ids=SAME)
def test_same_company(one: str, other: str, expected: bool) -> None:
    assert same_company(one, other) is same_company(other, one) is expected
