"""Which rung of the ladder a report stands on."""

import pytest

from extractors.facts import read_report

STATUS = {
    "an offer that was made stands, whatever sources add": (
        "Kellmark made a $5 billion ($4.3 billion) all-share offer for Pardee. It is bold. "
        "Pardee was not told beforehand, people familiar with the matter said.",
        "announced",
        "offer",
    ),
    "money that was raised": (
        "Kellmark today announced that it has raised $900 million at a valuation of $9 billion. Weston Capital led it.",
        "completed",
        "raised",
    ),
    "talks": (
        "Kellmark is in talks to buy Pardee Foods for $5 billion, people familiar with the matter said.",
        "rumored",
        "in talks",
    ),
    "a letter of intent": (
        "Nvidia and OpenAI signed a letter of intent under which Nvidia invests $100 billion in OpenAI.",
        "letter_of_intent",
        "letter of intent",
    ),
    "no definitive agreement yet": (
        "Nvidia has no definitive agreement with OpenAI on its $100 billion investment in OpenAI, it said.",
        "letter_of_intent",
        "no definitive agreement",
    ),
    "agreed in principle": (
        "Meridian Brick Inc said it agreed in principle to acquire Castle Tile Corp for 42 mln dlrs.",
        "letter_of_intent",
        "agreed in principle",
    ),
    "what is said far from the lead is of something else": (
        "Kellmark will take over Pardee for $5 billion. It pays cash. Both have shops in Spain. Costs fall. "
        "Kellmark walked away from talks with Weston last year.",
        "announced",
        "take over",
    ),
    "a day on the exchange closes no deal": (
        "Kellmark is to invest $1 billion in Pardee. Pardee shares closed 21% higher.",
        "announced",
        "invest",
    ),
    "a letter of intent that was replaced": (
        "Kellmark is close to an agreement to invest $30 billion in Pardee. It replaces an earlier letter of intent.",
        "rumored",
        "close to an agreement",
    ),
    "talks that end": (
        "Kellmark said its talks to buy Pardee Foods for $5 billion ended without agreement.",
        "terminated",
        "ended without agreement",
    ),
    "negotiations that come to nothing": (
        "Kellmark was unable to complete negotiations to buy Pardee Foods for $5 billion.",
        "terminated",
        "unable to complete",
    ),
    "what was announced before is not announced": (
        "Kellmark said the previously announced purchase of Pardee Foods for $5 billion was approved by holders.",
        "announced",
        "approved",
    ),
    "an offer that is extended": (
        "Kellmark extended its $5 billion offer for Pardee Foods until May 1.",
        "announced",
        "extended its $5 billion offer",
    ),
    "a condition, far before": (
        "If the deal is completed, Kellmark will own Pardee Foods, which it agreed to buy for $5 billion.",
        "announced",
        "agreed to buy",
    ),
    "a wholly owned subsidiary is nothing done": (
        "Kellmark agreed to buy the Tarnway unit, a wholly owned subsidiary of Pardee, for $5 billion.",
        "announced",
        "agreed to buy",
    ),
    "an injunction is preliminary, not the deal": (
        "Kellmark made a $5 billion offer for Pardee. Pardee wants a preliminary injunction against it.",
        "announced",
        None,
    ),
    "a regulator's step asserts nothing of the deal": (
        "The antitrust watchdog cleared Kellmark's $5 billion purchase of Pardee, which both agreed in May.",
        "",
        None,
    ),
    "nor does a delay": (
        "The closing of Kellmark's purchase of Pardee has been pushed back to May. They agreed on $5 billion in March.",
        "",
        None,
    ),
    "unless the deal is over with it": (
        "Kellmark called off its $5 billion takeover of Pardee after the antitrust watchdog sued to block it.",
        "terminated",
        "called off",
    ),
    "an agreement that is worked at": (
        "Kellmark agreed to invest $1 billion in Pardee, and both are working towards a definitive agreement.",
        "announced",
        "agreed to invest",
    ),
    "a letter that was known before": (
        "Kellmark agreed to lend Pardee $15 million. Under the letter of intent both work on a purchase of $5 billion.",
        "announced",
        "agreed to",
    ),
    "what is believed of an owner is no rumour": (
        "Kellmark agreed to buy Pardee for $5 billion. Its founder is believed to own a quarter.",
        "announced",
        "agreed to buy",
    ),
    "when it was completed": (
        "Kellmark owns Pardee. When it was completed, the purchase of Pardee for $5 billion was the largest ever.",
        "completed",
        "completed",
    ),
    "a stake that is cut is sold": (
        "Kellmark lowered its stake in Pardee Foods to 5.2 pct.",
        "completed",
        "lowered its stake",
    ),
    "agreed": ("Kellmark agreed to buy Pardee Foods for $5 billion.", "announced", "agreed to buy"),
    "will buy": ("Kellmark said it will acquire Pardee Foods for $5 billion.", "announced", "acquire"),
    "signed and binding": (
        "Kellmark has signed a definitive agreement to buy Pardee Foods for $5 billion.",
        "definitive",
        "signed a definitive agreement",
    ),
    "a condition is no agreement": (
        "Nvidia will invest $100 billion in OpenAI once a definitive agreement is signed.",
        "announced",
        "invest",
    ),
    "completed": ("Kellmark completed its acquisition of Pardee Foods for $5 billion.", "completed", "completed"),
    "to be completed is not completed": (
        "Kellmark agreed to buy Pardee Foods. The $5 billion deal is expected to be completed in May.",
        "announced",
        "agreed to buy",
    ),
    "called off": ("Kellmark called off its $5 billion takeover of Pardee Foods.", "terminated", "called off"),
    "ended, with a sum in between": (
        "JetBlue Airways and Spirit Airlines ended their $3.8 billion merger agreement.",
        "terminated",
        "ended",
    ),
    "not called off": ("Kellmark has not called off its $5 billion takeover of Pardee Foods, it said.", None, None),
    "on ice": ("Nvidia's plan to invest $100 billion in OpenAI is on ice, the newspaper reported.", "paused", "on ice"),
    "a bid binds nobody": (
        "Kellmark made a non-binding offer of $5 billion for Pardee Foods on Monday.",
        "announced",
        None,
    ),
}


@pytest.mark.parametrize(("text", "rung", "words"), STATUS.values(), ids=STATUS)
def test_status(text: str, rung: str | None, words: str | None) -> None:
    status = read_report(None, text, None).status
    if rung == "":
        assert status is None
        return
    if rung is None:
        assert status is None or status.reading != "terminated"
        return
    assert status is not None
    assert status.reading == rung
    assert text[status.quote.start : status.quote.end] == status.quote.words
    if words:
        assert words in status.quote.words
