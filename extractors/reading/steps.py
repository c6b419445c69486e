"""Reports of one step on the way: a regulator, a court, a permit, a delay. They assert no status of the deal itself."""

from collections.abc import Set

from extractors.reading.lexicon import words
from extractors.reading.phrases import Phrases
from extractors.reading.tokens import Tokens, words_of_title

# Who takes a step and which, and words of time that say it is late or early. A step is both a body and an act.
STEPS = Phrases(
    {
        "body": """
            regulator, regulators, regulator's, watchdog, watchdogs, antitrust, trustbusters, court, courts, judge,
            judges, tribunal, commission, commissioners, commissioner, ministry, ministries, minister, ministers,
            authority, authorities, agency, department, senator, senators, lawmakers, congress, parliament, council,
            planners, inspectorate, ftc, doj, cma, nrc, ferc, cfius, accc, cci, samr, ofgem, ofcom, fcc, bafin,
            bundeskartellamt, cartel office, brussels, beijing, ottawa, whitehall, regulatory, competition
            """,
        "act": """
            approve, approves, approved, approval, approvals, approving, clear, clears, cleared, clearing, clearance,
            clearances, block, blocks, blocked, blocking, stop, prevent, challenge, challenges, challenged, vote, votes,
            voted, permit, permits, permission, permissions, grant, grants, granted, granting, wave through, waves
            through, waved through, nod, blessing, green light, okay, okays, ok, oks, licence, license, licensed,
            consent, authorisation, authorization, authorises, authorizes, authorised, authorized, probe, probes,
            probing, investigation, investigate, investigates, investigating, investigated, inquiry, enquiry, review,
            reviews, reviewing, scrutiny, examine, examines, examining, examined, look at, looks at, look into, looks
            into, looking into, objections, objection, injunction, ruling, rules, ruled, appeal, appeals, waiver, second
            request, information, conditions, remedies, hurdle, hurdles
            """,
        "suit": "sue, sues, sued, suing, lawsuit, lawsuits, takes|took|taken to court, court battle|fight",
        "delay": """
            delay, delays, delayed, postpone, postpones, postponed, postponement, push|pushes|pushed|pushing back,
            put|puts|putting off, bring|brings|brought|bringing forward, pull|pulls|pulled forward,
            move|moves|moved back, slip|slips|slipped|slipping to|by|into|from|again, set back, behind schedule,
            ahead of schedule, later than, earlier than, wait longer, longer wait, must|have|has wait,
            extend|extends|extended|extending deadline|outside|long-stop, new deadline, deadline for
            completion|closing|merger|deal, months|weeks|years|year late|longer, more months|time,
            no earlier|sooner than, overdue, rescheduled, reschedules
            """,
    }
)


def of_a_step(read: Tokens, title: str | None) -> int | None:
    """Where it begins to tell of a step or delay: 0 where the title does, the token in the lead of one without title.

    None where it does not. What a title leaves out is not the news, so that then the lead is asked for the rest only.
    """
    sentence = read.sentences[0]
    lead = _told(read, sentence.first, sentence.last)
    if not title:
        return min(lead.values()) if _whole(lead.keys()) else None
    above = _told(words_of_title(title), 0, None)
    told = above.keys() | (lead.keys() & {"body", "act"} if above else ())
    return 0 if _whole(told) else None


def is_step(read: Tokens, first: int, last: int) -> bool:
    """Whether these words tell who takes a step on the way and which: a body that acts, or holders that vote."""
    told = _told(read, first, last).keys()
    voted = not _HOLDERS.isdisjoint(read.low[first:last]) and not _VOTES.isdisjoint(read.low[first:last])
    return voted or {"body", "act"} <= told


_HOLDERS = words("holders shareholders stockholders unitholders investors members owners")
_VOTES = words("vote votes voted voting backed favour favor ballot meeting approval approved")


def _told(read: Tokens, first: int, last: int | None) -> dict[str, int]:
    at: dict[str, int] = {}
    for hit in STEPS.find(read, first, last):
        at.setdefault(hit.kind, hit.first)
    return at


def _whole(told: Set[str]) -> bool:
    """Whether a step is told: somebody who takes it and what, or what says it alone."""
    return "delay" in told or "suit" in told or {"body", "act"} <= told
