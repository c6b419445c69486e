"""Reports on something that is built over years: who builds, supplies, buys, lends and holds a part."""

import pytest

from extractors.parties import cast_of
from extractors.reading.projects import PROJECT, project_signs
from extractors.reading.tokens import tokens_of

DELAY = (
    "The two reactors at the Harrow plant are five years late and over budget, the operator said. Construction goes on."
)
PARTIES = {
    "goods and places are no parties": (
        "Kellmark has chosen the Lake Barstow site for a memory chip plant that could cost $20 billion. Construction "
        "of the first fab begins in 2027. The plant will make DDRX, of which Kellmark is short.",
        "Kellmark investor",
    ),
    "who puts a plant off builds it": (
        "Kellmark Power put off both new reactors at Plant Harrow by a year and raised the cost to $9 billion. Unit 3 "
        "enters service in 2031. Construction began in 2022.",
        "Kellmark Power investor",
    ),
    "who supplies the plant": (
        "Kellmark said its nuclear power station is delayed to 2031. The reactors are supplied by Westinghouse "
        "and the turbines by Tarnway. Construction began in 2022 and the cost is $9 billion.",
        "Kellmark investor, Tarnway supplier, Westinghouse supplier",
    ),
    "who orders a plant is its customer": (
        "Kellmark has signed a contract with a consortium of France's Tarnway and Germany's Pardee for a "
        "nuclear reactor to be built on the coast. Construction starts in 2027, the plant is commissioned in 2033.",
        "Kellmark customer, Kellmark investor, Pardee supplier, Tarnway supplier",
    ),
    "shares of a plant": (
        "The second reactor at the plant has entered commercial operation, Kellmark said, seven years behind schedule. "
        "Kellmark owns 45.7% of the units, Tarnway 30% and Pardee 24.3%. The cost rose to $35 billion.",
        "Kellmark investor, Pardee investor, Tarnway investor",
    ),
    "a department that lends": (
        "The Department of Energy has approved a loan of $1.5 billion for the restart of Kellmark's nuclear plant. "
        "Kellmark expects the reactor to be back in operation in 2027.",
        "Department of Energy lender, Kellmark investor",
    ),
    "a project company that several own": (
        "Kellmark will take 20% in the Harrow C nuclear power station, whose construction costs £38 billion. Tarnway "
        "is paying £1.3 billion for 15% and becomes the second shareholder in Harrow C. Building began in 2024.",
        "Harrow C investee, Kellmark investor, Tarnway investor",
    ),
    "a list of customers": (
        "Kellmark is building an LNG terminal on the coast at a cost of $10 billion. Construction began in June. The "
        "plant has long-term customers for half of its output, among them Tarnway, Pardee and Weston.",
        "Kellmark investor, Kellmark supplier, Pardee customer, Tarnway customer, Weston customer",
    ),
}
SIGNS = {
    "a delay": (DELAY, True),
    "a takeover": (
        "Kellmark agreed to acquire Pardee for $30 a share in cash, a premium of 20%. The plant in Ohio stays.",
        False,
    ),
    "a lease": ("Tarnway signed a 15-year lease for 200 megawatts at the Harrow campus and is its tenant.", False),
}


@pytest.mark.parametrize(("text", "expected"), PARTIES.values(), ids=PARTIES)
def test_parties_of_projects(text, expected):
    cast = cast_of(tokens_of(text), None)
    assert sorted(f"{party.name} {party.role}" for party in cast.parties) == expected.split(", ")


@pytest.mark.parametrize(("text", "project"), SIGNS.values(), ids=SIGNS)
def test_project_signs(text, project):
    assert (project_signs(tokens_of(text), None) >= PROJECT) is project
