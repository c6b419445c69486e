"""Which reports speak of one deal, and which do not."""

import time
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from extractors.deals import KnownDeal, Linked, ReportedVersion, known_deal, likely_deals, link
from extractors.linking.bidders import bidders_of, only_giver
from extractors.linking.dealnames import name_of
from extractors.models import (
    Claim,
    Days,
    Deal,
    Fact,
    Figure,
    Moment,
    Party,
    Report,
    Role,
    Rung,
    Source,
    Span,
    Tier,
    Version,
)

START = date(2025, 9, 22)
SEEN = datetime(2026, 6, 1, tzinfo=UTC)
ROLES = {
    "buys": (Role.ACQUIRER, Role.TARGET),
    "invests in": (Role.INVESTOR, Role.INVESTEE),
    "supplies": (Role.SUPPLIER, Role.CUSTOMER),
    "partners with": (Role.PARTNER, Role.PARTNER),
    "builds": (Role.INVESTOR, Role.INVESTOR),
}
KINDS = {
    "buys": "acquisition",
    "invests in": "investment",
    "supplies": "supply",
    "partners with": "partnership",
    "builds": "build_out",
}

LICKING = "The plant in Licking County, Ohio, near New Albany and Johnstown, is late, says Ann Keller."
DAYTON = "In Dayton, Ohio, between Kettering and Fairborn on Wright Field, Paul Voss builds a plant."
HYPERION = "Meta builds Hyperion, near Holly Ridge in Richland Parish, Louisiana, with Laney as contractor in Rayville."
HYPERION_POWER = (
    "Gas plants for Hyperion, the site of Meta near Holly Ridge in Richland Parish, Louisiana, are cleared."
)


def claim(reading, attribute: str = "deal_value") -> Claim:
    return Claim(attribute, reading, "", Span("", 0, 0))


def usd(billions: str) -> Claim:
    return claim(Figure("USD", Decimal(billions) * 10**9))


def told(
    sentence: str,
    *claims: Claim,
    day: int | None = 0,
    article: str | None = None,
    text: str = "",
    title: str | None = None,
) -> ReportedVersion:
    """A report from a sentence such as "Google buys Wiz" or "Nvidia, Amazon invests in OpenAI", so many days on."""
    verb = next((verb for verb in ROLES if f" {verb}" in sentence), None)
    parties: list[Party] = []
    for side, role in zip(sentence.split(f" {verb}"), ROLES.get(verb or "", ()), strict=False):
        parties += [Party(name.strip(), role) for name in side.split(",") if name.strip()]
    published = None if day is None else Moment.of_days(*[START + timedelta(days=day)] * 2)
    name = f"{sentence} {day} {article} {text} {[one.reading for one in claims]}"
    version = Version(
        *(
            name,
            article or name,
            name,
            None,
            None,
            Tier.TRADE,
            title or sentence,
            text or sentence,
            name,
            published,
            SEEN,
        ),
        *(Source.DOCUMENT, "en", "test"),
    )
    return ReportedVersion(version, Report(bool(verb), KINDS.get(verb or ""), tuple(parties), claims))


def joined(sentence: str, day: int = 0) -> ReportedVersion:
    """A report on a joint venture."""
    made = told(sentence, day=day)
    return replace(made, report=replace(made.report, kind="joint_venture"))


def selling(sentence: str, seller: str) -> ReportedVersion:
    """A report that names the seller too."""
    made = told(sentence, article=f"{sentence} of {seller}")
    parties = (*made.report.parties, Party(seller, Role.SELLER))
    return replace(made, report=replace(made.report, parties=parties))


def together(reports: list[ReportedVersion], linked: Linked) -> list[set[int]]:
    """The places in the list of the reports of each deal."""
    places = {reported.version.version_id: place for place, reported in enumerate(reports)}
    groups: dict[str, set[int]] = defaultdict(set)
    for one in linked.links:
        groups[one.deal_id].add(places[one.version_id])
    return sorted(groups.values(), key=min)


LINKS = {
    "the same two": ([told("Google buys Wiz"), told("Google buys Wiz", day=3)], [{0, 1}]),
    "other forms of the names": (
        [told("Alphabet Inc. buys Wiz, Inc."), told("Alphabet buys Wiz", day=3)],
        [{0, 1}],
    ),
    "a name in brackets": ([told("Google (Alphabet) buys Wiz"), told("Alphabet buys Wiz")], [{0, 1}]),
    "initials": (
        [told("Paramount buys Warner Bros. Discovery"), told("Paramount buys WBD")],
        [{0, 1}],
    ),
    "another target": ([told("Google buys Wiz"), told("Google buys Mandiant")], [{0}, {1}]),
    "rival bids for one target": ([told("Pfizer buys Metsera"), told("Novo Nordisk buys Metsera", day=30)], [{0, 1}]),
    "two contests for one target years apart": (
        [told("Pfizer buys Metsera"), told("Novo Nordisk buys Metsera", day=700)],
        [{0}, {1}],
    ),
    "a report that turns buyer and target round": ([told("Google buys Wiz"), told("Wiz buys Google")], [{0, 1}]),
    "a buyer who is the target of another": (
        [told("Skydance buys Paramount"), told("Paramount buys Discovery")],
        [{0}, {1}],
    ),
    "a company that sells a part of itself": (
        [told("Netflix buys Warner Bros. Discovery"), selling("Netflix buys the studios", "Warner Bros. Discovery")],
        [{0, 1}],
    ),
    "two that sell to one buyer": (
        [selling("Netflix buys the studios", "Warner Bros. Discovery"), selling("Netflix buys a channel", "Comcast")],
        [{0}, {1}],
    ),
    "a target without its buyer": ([told("Google buys Wiz"), told(" buys Wiz")], [{0, 1}]),
    "a buyer alone with a figure of the deal": (
        [told("Google buys Wiz", usd("32")), told("Google buys", usd("32"))],
        [{0, 1}],
    ),
    "a buyer alone without one": ([told("Google buys Wiz", usd("32")), told("Google buys", usd("23"))], [{0}]),
    "a buyer with another company and the same figure": (
        [told("Google buys Wiz", usd("32")), told("Google buys Mandiant", usd("32"))],
        [{0}, {1}],
    ),
    "a pact told as an investment": (
        [told("Nvidia supplies OpenAI"), told("Nvidia invests in OpenAI", day=90)],
        [{0, 1}],
    ),
    "a pact and, much later, a share purchase": (
        [told("Nvidia supplies OpenAI", usd("100")), told("Nvidia invests in OpenAI", usd("30"), day=300)],
        [{0}, {1}],
    ),
    "a pact and, much later, a share purchase of the same sum": (
        [told("Nvidia supplies OpenAI", usd("100")), told("Nvidia invests in OpenAI", usd("100"), day=300)],
        [{0, 1}],
    ),
    "a round told of investor by investor": (
        [
            told("Nvidia invests in OpenAI", usd("30"), usd("110")),
            told("Amazon invests in OpenAI", usd("50"), usd("30"), usd("110")),
        ],
        [{0, 1}],
    ),
    "two investors with one figure in common": (
        [
            told("Nvidia invests in OpenAI", usd("30"), usd("100")),
            told("Amazon invests in OpenAI", usd("50"), usd("30")),
        ],
        [{0}, {1}],
    ),
    "a customer with another supplier": ([told("Nvidia supplies OpenAI"), told("Amazon supplies OpenAI")], [{0}, {1}]),
    "a third partner": (
        [told("Anthropic partners with Google"), told("Anthropic partners with Google, Broadcom")],
        [{0, 1}],
    ),
    "two of a crowd": (
        [told("OpenAI partners with Oracle, SoftBank, MGX, Nvidia, Arm"), told("Nvidia partners with OpenAI")],
        [{0}, {1}],
    ),
    "a purchase that another report takes for a partnership": (
        [told("Adobe buys Figma"), told("Adobe partners with Figma", day=450)],
        [{0, 1}],
    ),
    "a pact first misread as a purchase": (
        [told("Nvidia buys OpenAI"), told("Nvidia supplies OpenAI", day=30)],
        [{0, 1}],
    ),
    "another company of its text is taken for the target": (
        [
            told("Amazon buys iRobot"),
            told("Amazon buys Whole Foods", text="It and Amazon part, says iRobot.", title="Dust"),
        ],
        [{0, 1}],
    ),
    "a text that names the two but tells of another pair": (
        [told("Amazon buys iRobot"), told("Amazon buys Whole Foods", text="Amazon, once after iRobot, buys more.")],
        [{0}, {1}],
    ),
    "a plant by its name, whoever is taken for its parties": (
        [
            told("Meta partners with Rayville", text=HYPERION, title="Meta plans Hyperion"),
            told("Meta supplies Entergy", text=HYPERION_POWER, title="Power for Meta’s Hyperion"),
        ],
        [{0, 1}],
    ),
    "no deal read, but its title names both sides": (
        [
            told("Google buys Wiz"),
            told("Regulators look on", text="Nothing new.", title="Google and Wiz: where it stands"),
        ],
        [{0, 1}],
    ),
    "a title with a party of its own is of another deal": (
        [told("Microsoft invests in OpenAI"), told("SoftBank invests in OpenAI", text="It joins Microsoft there.")],
        [{0}, {1}],
    ),
    "a merger that takes two years": (
        [joined("Vodafone partners with Three"), joined("Vodafone partners with Three", day=720)],
        [{0, 1}],
    ),
    "a purchase of a partner": ([told("Google partners with Wiz"), told("Google buys Wiz")], [{0}, {1}]),
    "the same two after years": ([told("Nvidia supplies OpenAI"), told("Nvidia supplies OpenAI", day=900)], [{0}, {1}]),
    "reports without a date": (
        [
            told("Nvidia supplies OpenAI", day=None),
            told("Nvidia supplies OpenAI", day=900),
            told("Nvidia supplies OpenAI", day=None, article="c"),
        ],
        [{0, 1, 2}],
    ),
    "one builder and one sum": (
        [told("Intel builds", usd("28")), told("Intel builds", usd("28"), usd("20"))],
        [{0, 1}],
    ),
    "one builder, two sites": ([told("Intel builds", usd("28")), told("Intel builds", usd("3"))], [{0}, {1}]),
    "one builder, another sum, one place": (
        [
            told(
                "Intel builds",
                usd("28"),
                text=LICKING,
            ),
            told("Intel builds", usd("20"), text="Again Ohio waits, and with it Licking County."),
        ],
        [{0, 1}],
    ),
    "one builder, two places of one state": (
        [
            told(
                "Intel builds",
                usd("28"),
                text=LICKING,
            ),
            told(
                "Intel builds",
                usd("20"),
                text=DAYTON,
            ),
        ],
        [{0}, {1}],
    ),
    "a round of investors unnamed": (
        [told(" invests in xAI", usd("10")), told("Nvidia, Cisco invests in xAI", usd("20"), day=50)],
        [{0, 1}],
    ),
    "a round half a year later": (
        [told(" invests in xAI", usd("10")), told(" invests in xAI", usd("20"), day=180)],
        [{0}, {1}],
    ),
    "one company with a word of a deal": ([told("Intel partners with")], []),
    "no deal at all": ([told("The weather was fine")], []),
    "an article that is edited beyond recognition": (
        [told("Google buys Wiz", article="a"), told("Google partners with", article="a")],
        [{0, 1}],
    ),
    "a business called after its owner": (
        [told("Glencore buys Teck Resources"), selling("Glencore buys Teck's coal operations", "Teck")],
        [{0, 1}],
    ),
    "one investor's two stakes, told in the same words": (
        [
            told("Pelham invests in Orbis Foods", usd("2.4"), usd("25"), usd("7"), title="Pelham buys into Orbis"),
            told("Pelham invests in Zelby Foods", usd("2.4"), usd("25"), usd("7"), title="Pelham buys into Zelby"),
        ],
        [{0}, {1}],
    ),
    "a buyer under a new name": (
        [told("Quillon buys Tarrow"), told("Velora (Quillon) buys Tarrow"), told("Velora buys Tarrow", usd("2"))],
        [{0, 1, 2}],
    ),
    "few of a round's many investors": (
        [told("EDF, Centrica, Amber, Greencoat, Bpifrance invests in Sizewell"), told("EDF invests in Sizewell")],
        [{0, 1}],
    ),
}


@pytest.mark.parametrize(("reports", "groups"), LINKS.values(), ids=LINKS)
def test_link(reports, groups):
    assert together(reports, link(reports, ())) == groups


@pytest.mark.parametrize(("reports", "groups"), LINKS.values(), ids=LINKS)
def test_it_is_the_same_in_batches_of_one(reports, groups):
    known: dict[str, KnownDeal] = {}
    of: dict[str, list[ReportedVersion]] = defaultdict(list)
    links = []
    for reported in reports:
        linked = link([reported], known.values())
        links += linked.links
        for deal in linked.deals:
            of[deal.deal_id].append(reported)
            facts = [fact for one in of[deal.deal_id] for fact in facts_of(one)]
            companies = [party.name for one in of[deal.deal_id] for party in one.report.parties]
            known[deal.deal_id] = known_deal(deal, facts, companies, [one.version for one in of[deal.deal_id]])
    assert together(reports, Linked((), tuple(links))) == groups


def facts_of(reported: ReportedVersion) -> list[Fact]:
    version, report = reported.version, reported.report
    status = Claim("status", Rung.ANNOUNCED, "", Span("", 0, 0))
    return [
        Fact(
            "f",
            "v",
            version.article_id,
            "d",
            "s",
            one,
            None,
            None,
            Tier.TRADE,
            version.reported,
            bool(version.published),
            SEEN,
            0,
            version.text,
        )
        for one in (*report.claims, status)
    ]


def test_every_link_has_a_reason():
    reports = [told("Pfizer buys Metsera"), told("Novo buys Metsera", day=9), told("Pfizer buys Metsera", day=10)]
    linked = link(reports, ())
    assert [one.reason for one in linked.links] == [
        "first report of this deal",
        "another bidder for the same target",
        "same acquirer and target",
    ]


def test_ids_are_made_of_the_first_report():
    reports = [told("Google buys Wiz"), told("Google buys Wiz", day=3)]
    linked = link(reports, ())
    assert linked == link(reports, ())
    assert linked.new == (linked.links[0].deal_id,)
    again = link(reports[1:], [KnownDeal(deal) for deal in linked.deals])
    assert again.new == ()
    assert again.links[0].deal_id == linked.new[0]


def test_a_deal_learns_bidders_and_times():
    linked = link(
        [told("Pfizer buys Metsera"), told("Novo buys Metsera", day=30), told("Pfizer buys Metsera", day=-5)], ()
    )
    (deal,) = linked.deals
    assert deal.name == "Bids for Metsera"
    assert [party.name for party in deal.parties] == ["Pfizer", "Metsera", "Novo"]
    assert (deal.first_reported.day, deal.last_reported.day) == (date(2025, 9, 17), date(2025, 10, 22))


def test_a_company_named_once_beside_the_parties_does_not_join():
    (deal,) = link([told("Nvidia invests in OpenAI"), told("Nvidia, Microsoft invests in OpenAI")], ()).deals
    assert [party.name for party in deal.parties] == ["Nvidia", "OpenAI"]


INSTEAD = {
    "in its place": ("Nvidia would buy shares in a deal that takes the place of the $100 billion plan.", True),
    "instead": ("Nvidia buys shares instead of carrying out the letter of intent.", True),
    "replaced": ("It replaces a plan of last September, under which Nvidia was to invest more.", True),
    "something else is replaced": ("The new chips replace old, slower ones. Nvidia invests in OpenAI.", False),
    "nothing of the kind": ("Nvidia invests in OpenAI.", False),
}


@pytest.mark.parametrize(("text", "does"), INSTEAD.values(), ids=INSTEAD)
def test_a_deal_that_takes_the_place_of_another_is_a_deal_of_its_own(text, does):
    old = told("Nvidia supplies OpenAI", usd("100"))
    new = told("Nvidia invests in OpenAI", usd("30"), day=90, text=text)
    later = told("Nvidia invests in OpenAI", usd("30"), day=95)
    linked = link([old, new, later], ())
    assert together([old, new, later], linked) == ([{0}, {1, 2}] if does else [{0, 1, 2}])
    if does:
        assert linked.deals[1].replaces == linked.links[0].deal_id
        again = link([told("Nvidia invests in OpenAI", usd("30"), day=91, text=text)], map(KnownDeal, linked.deals))
        assert again.new == ()


def test_after_years_the_deal_of_the_same_companies_is_told_apart_with_what_it_replaces():
    old = told("Nvidia supplies OpenAI", usd("100"))
    new = told("Nvidia invests in OpenAI", usd("30"), day=300, text="It comes in place of the old deal.")
    linked = link([old, new], ())
    assert [deal.replaces for deal in linked.deals] == [None, linked.links[0].deal_id]


NAMES = {
    "a purchase": ("Google buys Wiz", "Google's purchase of Wiz"),
    "a name with an s": ("Mars buys Kellanova", "Mars' purchase of Kellanova"),
    "a contest": ("Pfizer, Novo buys Metsera", "Bids for Metsera"),
    "a target alone": (" buys Wiz", "Purchase of Wiz"),
    "an investment": ("Nvidia invests in OpenAI", "Nvidia's investment in OpenAI"),
    "a round": ("Nvidia, Amazon invests in OpenAI", "Funding of OpenAI"),
    "a pact": ("OpenAI partners with Nvidia", "OpenAI–Nvidia partnership"),
    "a supply": ("Amazon supplies OpenAI", "Amazon–OpenAI supply deal"),
    "a plant": ("Intel builds", "Intel's build-out"),
}


@pytest.mark.parametrize(("sentence", "name"), NAMES.values(), ids=NAMES)
def test_name_of(sentence, name):
    report = told(sentence).report
    assert name_of(report.parties, report.kind) == name


def test_money_one_way_and_goods_the_other_is_a_partnership():
    parties = (*told("Nvidia invests in OpenAI").report.parties, *told("Nvidia supplies OpenAI").report.parties)
    assert name_of(parties, "investment") == "Nvidia–OpenAI partnership"


def deal_of(sentence: str) -> Deal:
    return link([told(sentence)], ()).deals[0]


def test_likely_deals_share_a_name():
    wiz, metsera, warner = (
        deal_of("Google buys Wiz"),
        deal_of("Pfizer buys Metsera"),
        deal_of("Comcast buys Warner Bros. Discovery"),
    )
    reports = [told("Alphabet buys Wiz"), told("Paramount buys WBD")]
    assert likely_deals(reports, [wiz, metsera, warner]) == [wiz, warner]


def test_ranges_of_days_are_figures_too():
    days = claim(Days(date(2030, 1, 1), date(2030, 12, 31)), "start_date")
    reports = [told("Intel builds", days), told("Intel builds", days, day=4)]
    assert together(reports, link(reports, ())) == [{0, 1}]


def test_many_reports_are_linked_to_many_deals_in_seconds():
    deal = deal_of("Buyer buys Target")
    known = [
        KnownDeal(
            replace(
                deal,
                deal_id=str(n),
                parties=(Party(f"Buyer{n % 100}", Role.ACQUIRER), Party(f"Target{n} Co", Role.TARGET)),
            )
        )
        for n in range(3_000)
    ]
    reports = [told(f"Buyer{n % 100} buys Target{n}", day=n % 40) for n in range(3_000)]
    start = time.perf_counter()
    linked = link(reports, known)
    assert time.perf_counter() - start < 5
    assert [one.deal_id for one in linked.links] == [deal.deal.deal_id for deal in known]
    assert linked.new == ()


BIDDERS = {
    "each alone": ([told("Netflix buys Warner"), told("Paramount buys Warner")], ["Netflix", "Paramount"]),
    "one buyer": ([told("Netflix buys Warner"), told("Netflix buys Warner", day=3)], []),
    "one buyer under two names": (
        [told("Quillon buys Tarrow"), told("Velora buys Tarrow"), told("Velora (Quillon) buys Tarrow")],
        [],
    ),
    "a second that only stands beside the first": (
        [told("Netflix buys Warner"), told("Netflix, Nvidia buys Warner")],
        [],
    ),
    "buyer and target turned round": (
        [told("Quillon buys Tarrow"), told("Quillon buys Tarrow", day=2), told("Tarrow buys Quillon", day=3)],
        [],
    ),
    "a shell company": ([told("Quillon buys Tarrow"), told("Oakhurst Bidco buys Tarrow", day=2)], []),
}


@pytest.mark.parametrize(("reports", "bidders"), BIDDERS.values(), ids=BIDDERS)
def test_bidders_of(reports, bidders):
    assert list(bidders_of({one.version.version_id: one.report for one in reports}).values()) == bidders


GIVERS = {
    "one buyer": (told("Google buys Wiz"), "Google"),
    "a contest": (told("Pfizer, Novo buys Metsera"), None),
    "people of one name": (told("Bill Chisholm, William Chisholm buys Celtics"), "Bill Chisholm"),
    "one investor": (told("Nvidia invests in OpenAI"), "Nvidia"),
    "nobody gives": (told("Nvidia supplies OpenAI"), None),
}


@pytest.mark.parametrize(("report", "giver"), GIVERS.values(), ids=GIVERS)
def test_only_giver(report, giver):
    assert only_giver(report.report.parties) == giver
