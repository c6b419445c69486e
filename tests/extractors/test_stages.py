"""Which day of the deal a sentence tells: reports of Monday 22 September 2025 with made-up companies and wording."""

from datetime import date

import pytest

from extractors.facts import read_report
from extractors.models import Days, Moment

MONDAY = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))
TAKEOVER = "Kellmark Corp will buy Pardee Foods Inc for $5.9 billion in cash, the two companies said. "
DONE = "Kellmark Corp has completed its $5.9 billion takeover of Pardee Foods Inc. "
SUPPLY = "Ravelin Cloud Inc will supply Odessa Labs Inc with computing power under a $4.2 billion contract. "
PLANT = "Tarnwick Semiconductor Inc will invest $12 billion in a new chip plant in Ohio. "
ROUND = "Solenne Inc has raised $750 million from Harbury Capital in a funding round. "


def days(text: str) -> list[str]:
    """The days read in a report, each with its stage, an open end written as nothing."""
    claims = read_report(None, text, MONDAY).claims
    told = [(claim.attribute, claim.reading) for claim in claims if isinstance(claim.reading, Days)]
    return [f"{attribute} {reading.start or ''}..{reading.end or ''}" for attribute, reading in told]


CLOSINGS = {
    "The deal should be wrapped up before Thanksgiving.": "..2025-11-26",
    "They hope to wrap it up by early next year.": "..2026-04-30",
    "Completion is pencilled in for mid-November.": "2025-11-11..2025-11-20",
    "The keys change hands on December 1.": "2025-12-01..2025-12-01",
    "Kellmark is to take charge in the first quarter of 2026.": "2026-01-01..2026-03-31",
    "The transaction is slated to go through toward the end of next year.": "2026-12-01..2026-12-31",
    "Ownership passes to Kellmark on the 30th.": "2025-09-30..2025-09-30",
    "The merger becomes effective at the turn of the year.": "2026-01-01..2026-01-01",
    "The companies expect to finalise the takeover no later than the close of business on October 31.": "..2025-10-31",
    "The sale is due to be done by the end of March.": "..2026-03-31",
    "Closing is seen in the back half of 2026.": "2026-07-01..2026-12-31",
    "Closing, once promised for the spring, is now not likely before July.": "2026-07-01..",
}


@pytest.mark.parametrize(("text", "when"), CLOSINGS.items(), ids=CLOSINGS)
def test_when_a_takeover_closes(text, when):
    assert f"close_date {when}" in days(TAKEOVER + text)


STAGES = {
    "announced, with a day before its noun": (
        TAKEOVER + "Friday's announcement ended weeks of guessing.",
        "announce_date 2025-09-19..2025-09-19",
    ),
    "put forward": (TAKEOVER + "Kellmark first put its offer forward in July.", "announce_date 2025-07-01..2025-07-31"),
    "struck this morning": (
        "Kellmark Corp struck a deal this morning to buy Pardee Foods Inc for $5.9 billion.",
        "announce_date 2025-09-22..2025-09-22",
    ),
    "told so long after something": (
        "Two weeks after it spurned a bid, Pardee Foods Inc agreed to be bought by Kellmark Corp for $5.9 billion.",
        "announce_date 2025-09-08..2025-09-14",
    ),
    "an authority forbids": (
        TAKEOVER + "Ravenia's ministry of trade prohibited the sale on Friday.",
        "phase_date 2025-09-19..2025-09-19",
    ),
    "the offer settles": (TAKEOVER + "Kellmark expects to settle the offer by June 2026.", "close_date ..2026-06-30"),
    "what was to end may still lie ahead": (
        TAKEOVER + "The tender period was to end on November 14.",
        "phase_date 2025-11-14..2025-11-14",
    ),
    "the news of a report on a step is the step": (
        "Kellmark Corp's $5.9 billion takeover of Pardee Foods Inc will face no further review, Trustwacht said on "
        "Friday. The regulator had opened an inquiry.",
        "phase_date 2025-09-19..2025-09-19",
    ),
    "holders vote": (TAKEOVER + "Pardee holders are to vote on October 14.", "phase_date 2025-10-14..2025-10-14"),
    "a meeting that was put off": (
        TAKEOVER + "The shareholder meeting has been put off to October 21.",
        "phase_date 2025-10-21..2025-10-21",
    ),
    "a regulator's nod": (
        TAKEOVER + "Brussels gave its nod on Thursday.",
        "phase_date 2025-09-18..2025-09-18",
    ),
    "the rest follows": (
        TAKEOVER + "Kellmark takes 51% now and the remaining shares follow in 2028.",
        "phase_date 2028-01-01..2028-12-31",
    ),
    "a tender offer ends": (TAKEOVER + "The tender offer expires on October 20.", "phase_date 2025-10-20..2025-10-20"),
    "holders may accept until": (
        TAKEOVER + "The acceptance period, already prolonged, ends on October 20.",
        "phase_date 2025-10-20..2025-10-20",
    ),
    "planned, with a relative clause between": (
        TAKEOVER + "The vote of Pardee's holders, who have waited since May, is now set for November 3.",
        "phase_date 2025-11-03..2025-11-03",
    ),
    "the only verb reaches to the end": (
        TAKEOVER + "The antitrust panel cleared the purchase by Halden, a subsidiary of Kellmark, on September 19.",
        "phase_date 2025-09-19..2025-09-19",
    ),
    "holders agreed": (TAKEOVER + "Pardee's holders agreed on September 18.", "phase_date 2025-09-18..2025-09-18"),
    "the output of a plant that is sold": (
        TAKEOVER + "Output at Pardee's new mill is to begin in 2027.",
        "start_date 2027-01-01..2027-12-31",
    ),
    "the subject is due": (
        SUPPLY + "Deliveries, delayed by storms, are now due in March 2026.",
        "start_date 2026-03-01..2026-03-31",
    ),
    "closed last week": (DONE + "The deal closed last Friday.", "close_date 2025-09-19..2025-09-19"),
    "handed over": (DONE + "Pardee was handed over on September 19.", "close_date 2025-09-19..2025-09-19"),
    "deliveries begin": (SUPPLY + "Deliveries begin next spring.", "start_date 2026-03-01..2026-05-31"),
    "first megawatts online": (
        SUPPLY + "The first 40 megawatts come online in the first half of 2026.",
        "phase_date 2026-01-01..2026-06-30",
    ),
    "output at a plant": (PLANT + "Output is to begin in late 2028.", "start_date 2028-10-01..2028-12-31"),
    "no earlier than": (PLANT + "Production will start no earlier than 2029.", "start_date 2029-01-01.."),
    "a verb left out": (
        PLANT + "Line 1 will open in March 2028 and Line 2 in May 2029.",
        "start_date 2029-05-01..2029-05-31",
    ),
    "the last of several": (
        SUPPLY + "A first part goes into operation in early 2026, the last in 2028.",
        "phase_date 2028-01-01..2028-12-31",
    ),
    "only planned": (
        PLANT + "The reactor is now due in the second quarter of 2030.",
        "start_date 2030-04-01..2030-06-30",
    ),
    "an aim of before": (
        PLANT + "Production starts in 2030. In May the target had been 2029.",
        "start_date 2029-01-01..2029-12-31",
    ),
    "hoped for long ago": (
        DONE + "Kellmark had first hoped to be done by June 2024.",
        "close_date ..2024-06-30",
    ),
    "asked and answered": (TAKEOVER + "When will it close? By the end of June.", "close_date ..2026-06-30"),
    "told and done": (
        "Kellmark Corp has closed its takeover of Pardee Foods Inc, it announced on Friday.",
        "close_date 2025-09-19..2025-09-19",
    ),
    "said on a day, built on none": (
        "Tarnwick Semiconductor Inc said on Friday it will build a $12 billion chip plant in Ohio.",
        "announce_date 2025-09-19..2025-09-19",
    ),
    "an authority speaks": (
        TAKEOVER + "The antitrust regulator said on Friday that the merger raises no concerns.",
        "phase_date 2025-09-19..2025-09-19",
    ),
    "permission on a day": (
        "The competition commission on Friday granted approval to Kellmark Corp's purchase of Pardee Foods Inc.",
        "phase_date 2025-09-19..2025-09-19",
    ),
    "a suit that is news": (
        TAKEOVER + "The watchdog sued on Friday to stop the merger.",
        "phase_date 2025-09-19..2025-09-19",
    ),
    "back in service": (PLANT + "The old line returns to service in 2027.", "start_date 2027-01-01..2027-12-31"),
    "groundbreaking": (PLANT + "Tarnwick broke ground last month.", "phase_date 2025-08-01..2025-08-31"),
}


@pytest.mark.parametrize(("text", "stage"), STAGES.values(), ids=STAGES)
def test_stages(text, stage):
    assert stage in days(text)


NO_STAGES = {
    "yesterday's price": TAKEOVER + "The price is a 30% premium to Friday's close.",
    "a close on the exchange": TAKEOVER + "Pardee closed on Friday at $61.20.",
    "a condition": TAKEOVER + "If the deal has not closed by March 31, Kellmark owes a fee.",
    "another's purchase": TAKEOVER
    + "Grantley Holdings Ltd bought Osmund Foods Inc in 2019 and closed it within weeks.",
    "a manager's first day": TAKEOVER + "Jane Orme, who took over at Kellmark in April, will stay on.",
    "an item of debt": ROUND + "Convertible notes due 2031 are to pay for the work.",
    "the dateline": "LONDON, Sept 22 - " + DONE,
    "budgeted this year": PLANT + "It will spend $4 billion on equipment this year.",
    "an earlier bid that failed": TAKEOVER + "A bid of February 2025 was turned down.",
    "a pact with somebody else": TAKEOVER + "Kellmark agreed in May to buy a stake in Brightwell Plc.",
    "how much is produced": TAKEOVER + "Production will be two million cases in 2027.",
    "what a company has": TAKEOVER + "Pardee had a capacity of two million cases in 2024.",
    "a market's growth": PLANT + "Demand for chips is expected to double by 2030.",
    "a last word on what had been before": TAKEOVER
    + "Both make soup. They are old. Their shops are small. Costs are to fall. Kellmark had once been private. "
    + "Earlier, in May, Pardee opened a mill.",
    "what was blocked": TAKEOVER + "A judge blocked the deal of two rivals in April.",
}


@pytest.mark.parametrize("text", NO_STAGES.values(), ids=NO_STAGES)
def test_days_of_something_else(text):
    assert days(text) == []


MINE = "Orrick Resources Ltd will spend $3.4 billion to build a copper mine in Chile. "
WIND = "Norvind A/S said it would build a 1.2 GW offshore wind farm off Rhode Island at a cost of $4 billion. "
REACTORS = "Castell Power Co is building two reactors at its Marlow plant for $9 billion. "
CAMPUS = "Bramley Cloud Inc plans to build a $10 billion data centre campus in Indiana. "
BATTERIES = "Voltara Corp will build a $4 billion battery factory in Kansas, the company said. "

WORKS = {
    "the ground is prepared": (MINE + "Earthworks got under way in March.", "phase_date"),
    "a verb makes a noun of the work": (MINE + "Shaft sinking begins early next year.", "phase_date"),
    "the first of what is dug": (MINE + "First ore is expected in the second half of 2028.", "start_date"),
    "a permit": (MINE + "The environmental permit is due by mid-2026.", "phase_date"),
    "all it can do": (MINE + "The mine should reach full output in 2030.", "phase_date"),
    "a part is set in place": (WIND + "The first foundation was installed in May 2025.", "phase_date"),
    "a part is planned": (WIND + "Cable laying is set for the summer of 2026.", "phase_date"),
    "power flows": (WIND + "Power will flow to homes from 2028.", "start_date"),
    "work was stopped": (WIND + "Work at sea was halted in August 2025.", "phase_date"),
    "fuel": (REACTORS + "Fuel is to be loaded in the third quarter of 2027.", "phase_date"),
    "the grid": (REACTORS + "It will be synchronised with the grid in mid-2028.", "phase_date"),
    "long ago": (REACTORS + "Concrete for the base was first poured in April 2017.", "phase_date"),
    "a plan that was not kept": (REACTORS + "The units were to have been ready by 2024.", "start_date"),
    "not before": (REACTORS + "Two more may follow, but not before 2035.", "start_date"),
    "tools": (PLANT + "Machines are to be moved in next autumn.", "phase_date"),
    "a shell, no deal": (PLANT + "The shell will be completed by June 2026.", "phase_date"),
    "what is made": (PLANT + "Volume production is slated for 2028.", "start_date"),
    "the object of a beginning": (PLANT + "Tarnwick starts building the plant in January 2026.", "phase_date"),
    "planning": (CAMPUS + "Planning permission was granted in July 2025.", "phase_date"),
    "the last of them": (CAMPUS + "The last of the sixteen buildings should be complete in 2030.", "phase_date"),
    "building that was late": (BATTERIES + "Construction had been due to begin in 2023.", "phase_date"),
    "a part that is no permit": (BATTERIES + "The roof went on in August 2025.", "phase_date"),
    "at work": (BATTERIES + "The factory is meant to be up and running by 2027.", "start_date"),
    "the first of what it yields": (MINE + "The first cathode is planned for late 2028.", "start_date"),
    "what is made begins": (REACTORS + "The operator wants to begin making steam in 2031.", "start_date"),
    "a part arrives": (CAMPUS + "Transformers for the substation arrive in August.", "phase_date"),
    "who builds it decides": (
        "Castell Power Co gave the green light on Friday to two reactors at its Marlow plant, which it will build for "
        "$9 billion.",
        "announce_date",
    ),
    "the state's money": (BATTERIES + "The state will pay out the grant by the end of 2027.", "phase_date"),
}


@pytest.mark.parametrize(("text", "stage"), WORKS.values(), ids=WORKS)
def test_days_of_what_is_built(text, stage):
    told = days(text)
    assert [day.split()[0] for day in told] == [stage]


def test_a_calendar_goes_on_with_the_step_before():
    text = BATTERIES + "Mass production starts in 2027. The first plan had given 2025. A second line follows in 2029."
    assert days(text) == [
        "start_date 2027-01-01..2027-12-31",
        "start_date 2025-01-01..2025-12-31",
        "start_date 2029-01-01..2029-12-31",
    ]


NO_WORKS = {
    "how long jobs last": "Some 4,000 builders will work there over the coming four years.",
    "how long it will run": "The factory will produce cells until 2051.",
    "the end of a budget": "The group has set aside $116 billion through 2030.",
    "a contract that runs": "The contract with the builder runs until 2029.",
    "an old plant": "Its last factory, in Ohio, opened in 2016.",
    "a market": "Demand for cells is expected to double by 2030.",
    "a nation's share": "The country should make 20% of the world's cells by 2030.",
}


@pytest.mark.parametrize("text", NO_WORKS.values(), ids=NO_WORKS)
def test_days_that_are_no_step(text):
    assert days(BATTERIES + text) == []
