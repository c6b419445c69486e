"""Reports on something that is built over years: who builds, supplies, buys, lends and holds a part."""

import pytest

from extractors.facts import read_report
from extractors.pages.moments import moment_of
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
    "who wins an order builds for another": (
        "Kellmark won an order from Tarnway for four reactors. Kellmark was chosen as the builder of the nuclear power "
        "station. The contract amount is 20 billion dollars. Construction of unit 1 is to be finished in 2027.",
        "Kellmark supplier, Tarnway customer",
    ),
    "among whom the cost is shared": (
        "Kellmark will build the iron ore mine and a railway. The cost of the project is nearly $20 billion, shared "
        "among Kellmark, Tarnway and Pardee. Construction began in 2024 and first ore is expected in 2027.",
        "Kellmark investor, Pardee investor, Tarnway investor",
    ),
    "partners that own no part": (
        "Kellmark will build a $6 billion data center campus of 100 megawatts. Construction begins in May. Kellmark "
        "is developing the site together with Tarnway and Pardee Parks.",
        "Kellmark investor, Pardee Parks partner, Tarnway partner",
    ),
    "who proposes a plant builds it": (
        "The Energy Board cleared the proposal of Kellmark Ltd to establish a battery plant in Barstow at a cost of $4 "
        "billion. The first phase of the factory is to be commissioned by 2028. Construction begins in May.",
        "Kellmark investor",
    ),
    "customers of a firm order no plant of it": (
        "Kellmark intends to establish a gigafactory in Barstow. First batteries are due from the plant in 2027. Its "
        "order book exceeds $50 billion, with customers such as Tarnway and Pardee. Construction begins in May.",
        "Kellmark investor",
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


STATUS = {
    "a plant that opens": (
        "Kellmark opened its $4 billion battery factory in Barstow on Monday. Construction of the plant began in 2022.",
        "completed",
    ),
    "reactors that are given up": (
        "Kellmark said it would stop building two nuclear reactors at the Harrow plant after $9 billion was spent.",
        "terminated",
    ),
    "work that is stopped": (
        "The government ordered work on the $4 billion Harrow wind farm to stop. Kellmark, which builds it, complies.",
        "paused",
    ),
    "a financing that is closed completes no plant": (
        "Kellmark has closed the financing of its $15 billion LNG plant and takes the final investment decision. "
        "Construction of the terminal begins in May.",
        "announced",
    ),
}
FIGURES = {
    "how long a plant runs is no term": ("over the 60 years that the plant will run", "term_years", []),
    "a capacity in gigawatt hours": ("The factory has a capacity of 32 GWh a year", "capacity", ["32 GWh"]),
    "one gigawatt is a capacity": ("The campus has a capacity of 1 GW", "capacity", ["1 GW"]),
    "a model is no month": ("All four APR-1400 units are on line", "start_date", []),
    "units one after the other": (
        "Operations began at unit 1 in April 2021, at unit 2 in March 2022 and at unit 3 in February 2023",
        "start_date",
        ["April 2021", "March 2022", "February 2023"],
    ),
    "how far work has come is no step": ("The units were 71% complete at the end of June", "phase_date", []),
}


@pytest.mark.parametrize(("text", "rung"), STATUS.values(), ids=STATUS)
def test_where_what_is_built_stands(text, rung):
    status = read_report(None, text, moment_of("2024-09-05")).status
    assert status is not None
    assert status.reading == rung


@pytest.mark.parametrize(("told", "attribute", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures_of_what_is_built(told, attribute, expected):
    text = f"Kellmark will build a plant in Barstow at a cost of $9 billion. Construction is under way. {told}."
    report = read_report(None, text, moment_of("2024-09-05"))
    assert [claim.amount for claim in report.claims if claim.attribute == attribute] == expected


@pytest.mark.parametrize(("text", "expected"), PARTIES.values(), ids=PARTIES)
def test_parties_of_projects(text, expected):
    cast = cast_of(tokens_of(text), None)
    assert sorted(f"{party.name} {party.role}" for party in cast.parties) == expected.split(", ")


@pytest.mark.parametrize(("text", "project"), SIGNS.values(), ids=SIGNS)
def test_project_signs(text, project):
    assert (project_signs(tokens_of(text), None) >= PROJECT) is project
