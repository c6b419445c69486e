"""Who takes part in a deal, and as what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.models import Company
from extractors.parties import comparable_name, find_companies, parties_of, same_company

PARTIES = {
    "a former employer is no party": (
        "Kellmark, the company of former Pardee technology chief Ann Weston, is aiming to raise $2 billion. Ann Weston "
        "left Pardee last year. Oster Capital will lead the round.",
        "Kellmark investee, Oster Capital investor",
    ),
    "who guarantees to buy is a customer": (
        "Pardee has signed an order worth $6 billion with Kellmark, which guarantees that it will buy any cloud "
        "capacity of Pardee not sold to others. Pardee shares rose 8%.",
        "Kellmark customer, Pardee supplier",
    ),
    "who buys shares of a company invests": (
        "Kellmark said it was going to acquire shares of Pardee worth USD 5 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "who buys stock that follows the name invests": (
        "Kellmark will purchase $5 billion of Pardee common stock.",
        "Kellmark investor, Pardee investee",
    ),
    "who buys a fifth invests": (
        "Kellmark has agreed to buy a fifth of Pardee for $2 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "a part that is bought in the passive": (
        "20% of Pardee was acquired by Kellmark for $2 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "up to a tenth is a part": (
        "Kellmark is in talks to buy up to 10 percent of Pardee for $3 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "who buys into a company invests": (
        "Kellmark buys into Pardee for $2 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "the rest of a company is a takeover": (
        "Kellmark will buy the remaining 49% of Pardee for $2 billion.",
        "Kellmark acquirer, Pardee target",
    ),
    "shares not yet owned are the rest": (
        "Kellmark offers to buy the Pardee shares it does not own.",
        "Kellmark acquirer, Pardee target",
    ),
    "a controlling stake is a takeover": (
        "Kellmark buys a controlling stake in Pardee.",
        "Kellmark acquirer, Pardee target",
    ),
    "all shares are a takeover": (
        "Kellmark will acquire all of Pardee's outstanding shares for $40 per share.",
        "Kellmark acquirer, Pardee target",
    ),
    "a premium is no part": (
        "Kellmark completed the purchase of Pardee at a 20% premium.",
        "Kellmark acquirer, Pardee target",
    ),
    "who is given shares invests": (
        "Pardee issued 40 million new shares to Kellmark for $2 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "who becomes a shareholder invests": (
        "Kellmark will become Pardee's largest shareholder, with 20%.",
        "Kellmark investor, Pardee investee",
    ),
    "whose shares are given buys": (
        "Pardee and Kellmark agreed to merge; Kellmark investors will receive 1.2 new Pardee shares for each "
        "share held.",
        "Kellmark target, Pardee acquirer",
    ),
    "who drops a bid made it": (
        "Kellmark drops Pardee bid.",
        "Kellmark acquirer, Pardee target",
    ),
    "a bid that is rejected is another's": (
        "Pardee rejects Kellmark bid.",
        "Kellmark acquirer, Pardee target",
    ),
    "what is added to a name is no subject": (
        "Kellmark, the company building Tarnway's first campus in Texas, is in talks about raising $1 billion.",
        "Kellmark investee",
    ),
    "a product is its company": (
        "Kellmark, the company behind the coding assistant Harrow, has raised $900 million from Oster "
        "Capital. Harrow has a million users. Harrow is growing.",
        "Kellmark investee, Oster Capital investor",
    ),
    "those before whose chips only they are named": (
        "Kellmark has ordered 20,000 of Nvidia's latest chips through Pardee, which will lease the capacity "
        "to Kellmark for five years.",
        "Kellmark customer, Pardee supplier",
    ),
    "a relative clause speaks of the name before it": (
        "Pardee has signed an order with Kellmark, its backer, which will buy cloud capacity from Pardee until 2032.",
        "Kellmark customer, Pardee supplier",
    ),
    "sellers in a list": (
        "Kellmark has agreed with Tarnway and Weston to buy Pardee for $3 billion.",
        "Kellmark acquirer, Pardee target, Tarnway seller, Weston seller",
    ),
    "the sale of the company is that of its own": (
        "Officials examine the founders of Pardee over the sale of the company to Kellmark.",
        "Kellmark acquirer, Pardee target",
    ),
    "who folds buys nothing": (
        "Tarnway folds, Pardee takes the field. Pardee pays $3 billion for Kellmark.",
        "Kellmark target, Pardee acquirer",
    ),
    "who folds one into another buys it": (
        "Tarnway folds Pardee into its own unit.",
        "Pardee target, Tarnway acquirer",
    ),
    "two who raise one bid": (
        "Kellmark and Oster Capital have sweetened their offer for Pardee to $9 a share.",
        "Kellmark acquirer, Oster Capital acquirer, Pardee target",
    ),
    "who answers a bid is the target": (
        "Pardee has rejected Kellmark's third proposal. Pardee's directors think it too low.",
        "Kellmark acquirer, Pardee target",
    ),
    "a great buyer is supplied": (
        "Kellmark said it has signed a multi-year cloud services contract with Microsoft, under which Kellmark will "
        "provide Microsoft with access to Nvidia processors.",
        "Kellmark supplier, Microsoft customer",
    ),
    "a plant is no customer": (
        "Kellmark will supply power to Tarnway from 2028. Kellmark said the work at its Harrow plant is on time, and "
        "the Harrow plant is to supply 835 megawatts.",
        "Kellmark supplier, Tarnway customer",
    ),
    "those named in the sentences of a round": (
        "Pardee has closed a $30 billion funding round, the company said. Kellmark led it. Tarnway and Weston are "
        "among the other significant investors.",
        "Kellmark investor, Pardee investee, Tarnway investor, Weston investor",
    ),
    "lenders far from what they lend": (
        "Kellmark will buy Pardee for $3 billion. Lumen Bank and Harrow Bank have committed $2 billion of bridge "
        "financing.",
        "Harrow Bank lender, Kellmark acquirer, Lumen Bank lender, Pardee target",
    ),
    "what the whole report leans to": (
        "Kellmark is buying from Pardee. The contract, for cloud capacity of 300 megawatts, has a term of five years. "
        "Pardee will deploy chips, servers and racks in two data centers by June; first deliveries come in May.",
        "Kellmark customer, Pardee supplier",
    ),
    "several givers of one round": (
        "Pardee's new funding of $400 million comes from Kellmark Ventures, Tarnway and Oster Capital.",
        "Kellmark Ventures investor, Oster Capital investor, Pardee investee, Tarnway investor",
    ),
    "holders in a list": (
        "Equity of $8 billion in all: Kellmark $4bn, Tarnway $3bn, Oster Capital up to $1bn.",
        "Kellmark investor, Oster Capital investor, Tarnway investor",
    ),
    "who is to hold a part invests": (
        "Kellmark will end up with a 27 per cent shareholding in the for-profit arm of Pardee.",
        "Kellmark investor, Pardee investee",
    ),
    "a part is paid for": (
        "Kellmark, which manages $473 billion, said it has committed $2 billion to Pardee in return for a 20% holding.",
        "Kellmark investor, Pardee investee",
    ),
    "several sellers": (
        "Tarnway is buying Pardee from Kellmark and Oster Capital for $3 billion.",
        "Kellmark seller, Oster Capital seller, Pardee target, Tarnway acquirer",
    ),
    "a loan comes from no seller": (
        "Tarnway's $3 billion purchase of Pardee will be financed with loans from Lumen Bank and Harrow Bank.",
        "Harrow Bank lender, Lumen Bank lender, Pardee target, Tarnway acquirer",
    ),
    "an aside is no subject": (
        "Pardee, which is owned by Kellmark and Oster Capital, will be sold to Tarnway for $3 billion.",
        "Kellmark seller, Oster Capital seller, Pardee target, Tarnway acquirer",
    ),
    "who backs the buyer does not buy": (
        "Kellmark, backed by Tarnway and Oster Capital, has agreed to buy Pardee for $3 billion.",
        "Kellmark acquirer, Pardee target",
    ),
    "companions of the buyer": (
        "Tarnway teamed up with Kellmark to bid $3 billion for Pardee.",
        "Kellmark acquirer, Pardee target, Tarnway acquirer",
    ),
    "a rival's price": (
        "Kellmark raised its bid for Pardee to 272p a share, leaving Tarnway's unsolicited 230 pence far behind.",
        "Kellmark acquirer, Pardee target, Tarnway acquirer",
    ),
    "who courts and who is courted": (
        "Tarnway and Kellmark are among the bidders circling Pardee, which could fetch $3 billion.",
        "Kellmark acquirer, Pardee target, Tarnway acquirer",
    ),
    "who sells a stake does not invest": (
        "Kellmark has agreed to sell its stake in Pardee to Tarnway for $3 billion.",
        "Kellmark seller, Pardee target, Tarnway acquirer",
    ),
    "who owns the part sells it": (
        "A regulator cleared the $3 billion sale of Kellmark's coal business, Pardee Resources, to Tarnway.",
        "Kellmark seller, Pardee Resources target, Tarnway acquirer",
    ),
    "new shares are sold by who issues them": (
        "Kellmark said it had sold new shares worth $2 billion to Tarnway, Oster Capital and Lumen Partners.",
        "Kellmark investee, Lumen Partners investor, Oster Capital investor, Tarnway investor",
    ),
    "who will be the tenant": (
        "Tarnway will be the anchor tenant of the data centre that Kellmark is building at a cost of $4 billion.",
        "Kellmark supplier, Tarnway customer",
    ),
    "a site is let": (
        "Tarnway has signed a 15-year lease worth $4 billion for 200 megawatts at Kellmark's Harrow campus.",
        "Kellmark supplier, Tarnway customer",
    ),
    "an order is split": (
        "Tarnway split its $4 billion order for 80 jets between Kellmark and Oster.",
        "Kellmark supplier, Oster supplier, Tarnway customer",
    ),
    "somebody without a name wants a part": (
        "Harrow Foods said a group of investors offered to buy its Tarnway mill for $80 million.",
        "Harrow Foods seller, Tarnway target",
    ),
    "the company is whom the sentence named": (
        "Harrow Foods received a proposal from Kellmark to buy the company for $5 billion.",
        "Harrow Foods target, Kellmark acquirer",
    ),
    "all the assets are the company": (
        "Kellmark agreed to buy substantially all the assets of Pardee Foods for 30 mln dlrs.",
        "Kellmark acquirer, Pardee Foods target",
    ),
    "certain assets are not": (
        "Kellmark bought certain assets of Pardee Foods for $30 million.",
        "Kellmark acquirer, Pardee Foods seller",
    ),
    "with whom a purchase is agreed sells": (
        "Kellmark signed an agreement with Weston Holdings to acquire Pardee Foods for $3 billion.",
        "Kellmark acquirer, Weston Holdings seller, Pardee Foods target",
    ),
    "several are bought": (
        "Kellmark completed the acquisitions of Pardee Foods Inc and Alden Dairy Inc.",
        "Kellmark acquirer, Pardee Foods target, Alden Dairy target",
    ),
    "several buy": (
        "Kellmark sold Pardee Foods to Weston Holdings and Alden Partners for $2 billion.",
        "Kellmark seller, Weston Holdings acquirer, Pardee Foods target, Alden Partners acquirer",
    ),
    "whose plant was bought": (
        "Pardee's Tarnway plant was bought by Kellmark for $40 million.",
        "Pardee seller, Tarnway target, Kellmark acquirer",
    ),
    "a stake has a seller": (
        "Kellmark will buy Pardee's stake in Tarnway for $91 million.",
        "Kellmark investor, Tarnway investee, Pardee seller",
    ),
    "who sells a stake invests in nothing": (
        "Kellmark sold its 12% stake in Pardee for $300 million to Weston.",
        "Weston investor, Pardee investee, Kellmark seller",
    ),
    "who is hired to sell does not sell": (
        "Pardee retained Alden Partners to help it sell its Tarnway unit, it said.",
        "Pardee seller, Tarnway target",
    ),
    "who answers for the customer and gets warrants invests": (
        "Kellmark signed a $3 billion hosting contract with Pardee. Weston guarantees $1.8 billion of the rent and "
        "receives warrants for 8% of Kellmark.",
        "Kellmark supplier, Pardee customer, Weston investor, Kellmark investee",
    ),
    "a contract from its customer": (
        "Tarnway won a ten-year hosting contract from Kellmark, worth $3 billion.",
        "Tarnway supplier, Kellmark customer",
    ),
    "a person with a middle initial": (
        "Investor Harold M. Sinclair agreed to buy Pardee Foods for $300 million.",
        "Harold M. Sinclair acquirer, Pardee Foods target",
    ),
    "who owns a part already buys the rest": (
        "Kellmark already owns 31% of Pardee and will offer $20 a share for the rest of Pardee.",
        "Kellmark acquirer, Pardee target",
    ),
    "back in talks is backing nobody": (
        "Kellmark is back in talks to buy Pardee for $2 billion.",
        "Kellmark acquirer, Pardee target",
    ),
    "a unit with a name of its own": (
        "Kellmark agreed to sell its Pardee Plastics Corp unit to Weston for 16 mln dlrs.",
        "Kellmark seller, Weston acquirer, Pardee Plastics target",
    ),
    "whose site is let": (
        "Kellmark has leased two halls on Tarnway's Lake Harrow site for ten years at $2 billion.",
        "Tarnway supplier, Kellmark customer",
    ),
    "what is added in commas": (
        "Pardee Foods, the target of a hostile bid by Kellmark, urged holders to reject it.",
        "Pardee Foods target, Kellmark acquirer",
    ),
    "the buyer is the subject": (
        "Kellmark will buy Pardee Foods for $5 billion.",
        "Kellmark acquirer, Pardee Foods target",
    ),
    "said it: the buyer speaks": (
        "Atlas Financial Corp said it signed a definitive agreement to acquire Centra Savings Inc.",
        "Atlas Financial acquirer, Centra Savings target",
    ),
    "power is bought, not the plant": (
        "Tarnway Energy will sell Kellmark up to 900 megawatts of power from its nuclear plant for 20 years.",
        "Tarnway Energy supplier, Kellmark customer",
    ),
    "computing is bought, not its maker": (
        "Kellmark signed a contract to purchase $30 billion of computing capacity from Tarnway over five years.",
        "Tarnway supplier, Kellmark customer",
    ),
    "those who lead a round invest": (
        "Pardee raised $400 million in a Series C round. Kellmark leads; Tarnway, Weston and Alden take part.",
        "Pardee investee, Alden investor, Kellmark investor, Tarnway investor, Weston investor",
    ),
    "a common word that is a name": (
        "Figure has agreed to buy Pardee for $2 billion. In March 2025 Figure said that it will pay in cash.",
        "Figure acquirer, Pardee target",
    ),
    "goods and the outlet are no parties": (
        "LONDON (Northline) - Kellmark, the maker of Crunchies and Tingles, agreed to buy Pardee for $2 billion.",
        "Kellmark acquirer, Pardee target",
    ),
    "operations are put together": (
        "Kellmark and Pardee said they will combine their European mobile networks.",
        "Kellmark partner, Pardee partner",
    ),
    "less than half is a stake": (
        "Kellmark will buy a 20% stake in Pardee for $2 billion.",
        "Kellmark investor, Pardee investee",
    ),
    "a fee goes to the target": (
        "Kellmark and Pardee called off their merger. Kellmark owes Pardee a break-up fee of $70 million.",
        "Kellmark acquirer, Pardee target",
    ),
    "passive turns them round": (
        "Pardee Foods said it has a definitive agreement to be bought by Kellmark for $5 billion.",
        "Pardee Foods target, Kellmark acquirer",
    ),
    "a describing name is no party": (
        "Kellmark is buying Crunchies maker Pardee in a deal of nearly $6 billion.",
        "Kellmark acquirer, Pardee target",
    ),
    "a noun with its owner": (
        "Kellmark's acquisition of Pardee Foods closed on Friday, the companies said.",
        "Kellmark acquirer, Pardee Foods target",
    ),
    "withdrawn, but still who wanted whom": (
        "Alden Couche Inc. withdrew its proposal for Seven & i Holdings Co. Ltd. on Thursday.",
        "Alden Couche acquirer, Seven & i Holdings target",
    ),
    "a seller, a unit without a name, a buyer": (
        "Harlow Industries Inc said it completed the sale of its plastics division to Weston Group plc.",
        "Harlow Industries seller, Weston Group acquirer, plastics division target",
    ),
    "money flows in": (
        "Nvidia is putting up to $100 billion into OpenAI, the two companies said.",
        "Nvidia investor, OpenAI investee",
    ),
    "money flows in, seen from the other side": (
        "OpenAI will receive a $100 billion investment from Nvidia, the companies said.",
        "OpenAI investee, Nvidia investor",
    ),
    "an investor that also supplies": (
        "Nvidia will invest $100 billion in OpenAI, which will deploy Nvidia systems in its data centers.",
        "Nvidia investor, OpenAI investee, Nvidia supplier, OpenAI customer",
    ),
    "a supplier and its customer": (
        "AMD will supply AMD GPUs to OpenAI under a multi-year agreement, the companies said.",
        "AMD supplier, OpenAI customer",
    ),
    "partners, where nothing more is said": (
        "Ascona and Belmont Health announced a strategic partnership on Tuesday.",
        "Ascona partner, Belmont Health partner",
    ),
    "several buyers at once": (
        "BlackRock, Nvidia and Microsoft have agreed to buy Aligned Data Centers for $40 billion.",
        "BlackRock acquirer, Nvidia acquirer, Microsoft acquirer, Aligned Data Centers target",
    ),
    "people, outlets, agencies and banks are no parties": (
        "Kellmark CEO Jane Doe told Reuters that Kellmark will buy Pardee Foods once the FTC agrees. Goldman "
        "Sachs advised Kellmark.",
        "Kellmark acquirer, Pardee Foods target",
    ),
    "initials name the same company": (
        "Pioneer Natural Resources Co will be acquired by Exxon Mobil Corp. Exxon said it pays $59.5 billion.",
        "Pioneer Natural Resources target, Exxon Mobil acquirer",
    ),
    "nobody": ("The weather will be fine on Tuesday.", ""),
    "whose part is bought sells": (
        "Weston Group has agreed to buy Kellmark's chemicals arm for $3 billion.",
        "Weston Group acquirer, Kellmark seller",
    ),
    "an owner that backs the offer sells": (
        "Weston Group is taking over Pardee Foods in a $3 billion deal. Kellmark, which owns 60% of "
        "Pardee Foods, backs the offer.",
        "Weston Group acquirer, Pardee Foods target, Kellmark seller",
    ),
    "a consortium is all its members": (
        "Pardee Foods is being bought by a consortium of Weston Group, Tarnway Capital and Alden "
        "Partners for $3 billion.",
        "Pardee Foods target, Weston Group acquirer, Tarnway Capital acquirer, Alden Partners acquirer",
    ),
    "who is outbid bid too": (
        "Weston Group trumped Tarnway Capital with a $3 billion bid for Pardee Foods.",
        "Tarnway Capital acquirer, Pardee Foods target, Weston Group acquirer",
    ),
    "who is fended off bid too": (
        "Having fended off Tarnway Capital, Pardee Foods accepted a $3 billion offer from Weston Group.",
        "Pardee Foods target, Weston Group acquirer, Tarnway Capital acquirer",
    ),
    "a participle before its subject": (
        "Bought for $3 billion by Weston Group, Pardee Foods will keep its name.",
        "Weston Group acquirer, Pardee Foods target",
    ),
    "walking away from a pursuit": (
        "Weston Group has walked away from its $3 billion pursuit of Pardee Foods.",
        "Weston Group acquirer, Pardee Foods target",
    ),
    "a bidder in apposition": (
        "Pardee Foods' suitor, Weston Group, raised its bid to $3 billion.",
        "Pardee Foods target, Weston Group acquirer",
    ),
    "what goes to somebody for money is bought": (
        "Pardee Foods went to Weston Group for $3 billion after a long auction.",
        "Pardee Foods target, Weston Group acquirer",
    ),
    "a bank that lends": (
        "Weston Group is buying Pardee Foods for $3 billion. JPMorgan lends it $1 billion.",
        "Weston Group acquirer, Pardee Foods target, JPMorgan lender",
    ),
    "banks that provide loans, and a buyer at the end": (
        "The $3 billion acquisition of Pardee Foods will be financed by loans provided by Goldman Sachs "
        "and Barclays, Weston Group said.",
        "Pardee Foods target, Weston Group acquirer, Goldman Sachs lender, Barclays lender",
    ),
    "a stake of its own is sold to an investor": (
        "Kellmark sold a 12% stake to Tarnway Capital for $400 million.",
        "Tarnway Capital investor, Kellmark investee",
    ),
    "a passive with who gets the money as subject": (
        "Kellmark has been promised $400 million by Tarnway Capital.",
        "Tarnway Capital investor, Kellmark investee",
    ),
    "a list of investors before the verb": (
        "Existing investors Tarnway Capital, Weston Group and Alden Partners are putting $400 million into Kellmark.",
        "Tarnway Capital investor, Kellmark investee, Weston Group investor, Alden Partners investor",
    ),
    "who is picked supplies": (
        "Tarnway Energy picks Kellmark to deliver 40 turbines worth $4 billion.",
        "Kellmark supplier, Tarnway Energy customer",
    ),
    "who is chosen, in the passive": (
        "Kellmark was chosen by Tarnway Energy to deliver 40 turbines worth $4 billion.",
        "Kellmark supplier, Tarnway Energy customer",
    ),
    "an order is placed with who supplies": (
        "Tarnway Energy placed an order with Kellmark for 40 turbines worth $4 billion.",
        "Kellmark supplier, Tarnway Energy customer",
    ),
    "orders placed by one with another": (
        "The two chip orders, worth $4 billion, were placed by Tarnway with Kellmark.",
        "Kellmark supplier, Tarnway customer",
    ),
    "two suppliers of one customer": (
        "Tarnway ordered 30 jets from Kellmark Aerospace and 20 from Weston Aircraft.",
        "Weston Aircraft supplier, Tarnway customer, Kellmark Aerospace supplier",
    ),
    "money spent on goods": (
        "Tarnway has committed to spend $4 billion on cloud services from Kellmark.",
        "Kellmark supplier, Tarnway customer",
    ),
    "who hosts supplies": (
        "Kellmark will host Tarnway's servers at its campus under a 12-year lease worth $4 billion.",
        "Kellmark supplier, Tarnway customer",
    ),
    "a third each": (
        "Kellmark, Tarnway and Weston Group will each own a third of the joint venture, which is to "
        "build a $4 billion plant.",
        "Kellmark partner, Weston Group partner, Tarnway partner",
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTIES.values(), ids=PARTIES)
def test_parties_of(text: str, expected: str) -> None:
    found = {f"{party.name} {party.role}" for party in parties_of(text)}
    assert found == {party for party in expected.split(", ") if party}


SAME = {
    "a legal form": ("Nvidia Corp.", "NVIDIA", True),
    "initials": ("AWS", "Amazon Web Services", True),
    "a shorter form": ("Pioneer", "Pioneer Natural Resources Company", True),
    "the last word": ("Couche-Tard", "Alimentation Couche-Tard Inc.", True),
    "written together": ("ExxonMobil", "Exxon Mobil", True),
    "ampersand and word": ("Seven & i Holdings", "Seven and i", True),
    "accents": ("Électricité de France", "Electricite de France SA", True),
    "a common first word proves nothing": ("General", "General Motors", False),
    "two of one family": ("Core Scientific", "CoreWeave", False),
    "nothing is nobody": ("", "Nvidia", False),
    "no letters at all": ("株式会社", "Nvidia", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), SAME.values(), ids=SAME)
def test_same_company(one: str, other: str, expected: bool) -> None:
    assert same_company(one, other) is expected
    assert same_company(other, one) is expected


@given(st.text(max_size=40))
def test_comparing_names_once_is_enough(name: str) -> None:
    assert comparable_name(comparable_name(name)) == comparable_name(name)


NAMES = {
    "two named apart are no one company": (
        "Kellmark and Pardee Ltd agreed. Kellmark pays, and Pardee delivers.",
        ["Kellmark", "Pardee", "Kellmark", "Pardee"],
    ),
    "an authority is none, nor is what it is for": (
        "They wrote to the Royal Court of Jersey and the Texas Commission on Environmental Quality.",
        [],
    ),
    "a ticker belongs to its company": (
        "Core Scientific Inc. (NASDAQ: CORZ) rose. CORZ had fallen.",
        ["Core Scientific"] * 3,
    ),
    "a name that a small word holds together": ("Royal Bank of Harlow said so.", ["Royal Bank of Harlow"]),
    "two words and a legal form": ("They met Frost and Sullive Inc here.", ["Frost and Sullive"]),
    "a place is none": ("They met in San Jose, California, and in Paris.", []),
    "a dateline is none": ("LAVAL, Quebec — The plan of Harlow Inc is off.", ["Harlow"]),
    "a unit of a chip is none": ("He spoke of Nvidia GPUs and Nvidia Blackwell GPUs.", ["Nvidia", "Nvidia"]),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_find_companies(text: str, expected: list[str]) -> None:
    found = [mention for mention in find_companies(text) if mention.name != "LAVAL"]
    assert [mention.name for mention in found] == expected
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.span.words


def test_a_watched_company_is_known_by_its_other_names() -> None:
    watched = [Company("Alphabet", ("Google",))]
    assert [mention.name for mention in find_companies("Yesterday Google bought a firm.", watched=watched)] == [
        "Google"
    ]
