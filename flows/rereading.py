"""Read known texts again with the present extractor: compare, and take over when told to. Nobody is alerted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from extractors.comparing.rereadings import Finding, reread_findings
from extractors.facts import facts_of
from extractors.linking.likeness import ALIKE
from extractors.models import EXTRACTOR_VERSION, Fact, Moment, Problem, Report
from flows.database import held, publish_if_new
from flows.deals import keep_deals
from flows.reading import ReadVersion, fault, reread
from flows.settings import Config
from storage.database import Store
from storage.deal_words import said_of_deals
from storage.deals import links_of_versions, remove_links
from storage.facts import facts_of_versions, fits, reports_of
from storage.problems import save_problems
from storage.rereadings import (
    KnownText,
    accept_findings,
    places_of_versions,
    save_findings,
    take_facts,
    take_reports,
    texts_to_reread,
)
from storage.stories import members_of_versions

BATCH = 500  # texts between two openings of the database


@dataclass(frozen=True, slots=True)
class Reread:
    """One known text, read again."""

    text: KnownText
    report: Report
    facts: tuple[Fact, ...]  # as they would be kept
    findings: tuple[Finding, ...]

    @property
    def key(self) -> str:
        """The version's id."""
        return self.text.version.version_id


@dataclass(slots=True)
class Account:
    """What was read again, and what came of it."""

    texts: int = 0
    taken: int = 0  # texts whose new reading was taken over
    news: bool = False  # whether anything was stored
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of a batch of texts."""

    texts: list[KnownText]
    facts: dict[str, list[Fact]]
    reports: dict[str, Report]
    places: dict[str, int]
    stories: dict[str, str]


def reread_pass(config: Config, now: datetime, say: Callable[[str], None], *, accept: bool = False) -> Account:
    """Read all texts again, in the order of arrival, and keep what differs for review, or take it over."""
    account, after = Account(), -1
    while batch := stored_after(config, after):
        after = batch.texts[-1].arrival
        known_problems = len(account.problems)
        read = list(read_again(batch, config, now, account))
        with held(config) as store:
            with store.transaction():
                found = {each.key: each.findings for each in read}
                save_findings(store, found, {each.key: each.text.version.article_id for each in read}, now)
                if accept:
                    account.taken += take_over(store, read, batch, now)
                save_problems(store, account.problems[known_problems:])
            account.news = account.news or store.wrote
        account.texts += len(batch.texts)
        say(f"Read {account.texts} texts again")
    with held(config) as store:
        publish_if_new(store, config, now, news=account.news)
    return account


def stored_after(config: Config, after: int) -> Stored | None:
    """Return the next batch of texts with all that is known of them; None where there is no more."""
    with held(config) as store:
        texts = texts_to_reread(store, after, BATCH)
        ids = [text.version.version_id for text in texts]
        facts: dict[str, list[Fact]] = {}
        for fact in facts_of_versions(store, ids):
            facts.setdefault(fact.version_id, []).append(fact)
        stories = {key: member.story_id for key, member in members_of_versions(store, ids).items()}
        reports, places = reports_of(store, ids), places_of_versions(store, ids)
    return Stored(texts, facts, reports, places, stories) if texts else None


def read_again(batch: Stored, config: Config, now: datetime, account: Account) -> Iterator[Reread]:
    """Read texts again; one that cannot be read is a problem, and stays as it is."""
    for text in batch.texts:
        try:
            yield compared(text, batch, reread(text.version, config.watched))
        except Exception as error:  # a fault of ours in one text: the others are read
            version = text.version
            where = version.url or version.document_id
            account.problems.append(Problem("read", where, fault("read again", error), now))


def compared(text: KnownText, batch: Stored, read: ReadVersion) -> Reread:
    """Return a text read again, with what differs from the facts that are kept of it."""
    version, known = text.version, batch.facts.get(text.version.version_id, [])
    story, place = batch.stories.get(version.version_id, ""), batch.places[version.version_id]
    facts = [fact for fact in facts_of(version, read.report, story, place) if fits(fact.claim.reading)]
    reported = known[0].reported if known else Moment.at(version.seen_at) if text.edited else version.reported
    facts = [replace(fact, reported=reported) for fact in facts]
    before = batch.reports.get(version.version_id, Report(about_deal=False))
    return Reread(text, read.report, tuple(facts), tuple(reread_findings(before, known, read.report, facts)))


# --- taking over -----------------------------------------------------------------------------------


def take_over(store: Store, read: Sequence[Reread], batch: Stored, now: datetime) -> int:
    """Let the new reading of texts stand; return how many are read otherwise now.

    No change is told: what is known is never fresh. Texts that are found to speak of a deal are linked to one.
    """
    take_reports(store, [(each.text.version, each.report) for each in read if needs_report(each)], now)
    differing = [each for each in read if each.findings]
    taken = [finding.new for each in differing for finding in each.findings if finding.new]
    dropped = [finding.old.fact_id for each in differing for finding in each.findings if finding.old]
    take_facts(store, taken, dropped, now)
    link_anew(store, differing, now)
    accept_findings(store, [each.key for each in differing], now)
    return len(differing)


def needs_report(each: Reread) -> bool:
    """Whether the reading as a whole is to be kept: edits are seen between readings of one version."""
    return bool(each.findings) or each.text.read_by != EXTRACTOR_VERSION


def link_anew(store: Store, read: Sequence[Reread], now: datetime) -> None:
    """Link texts that speak of a deal now, and unlink those that do not, unless a person said where they belong."""
    ties = links_of_versions(store, [each.key for each in read])
    links = {link.version_id: link.deal_id for link in ties}
    named = {link.version_id for link in ties if link.reason == ALIKE}  # what it tells of the deal or not
    said = said_of_deals(store)
    lost = [
        (each.key, links[each.key])
        for each in read
        if each.key in links.keys() - named
        and not each.report.about_deal
        and not said.home(each.text.version.article_id)
    ]
    remove_links(store, lost, now)
    found = [ReadVersion(each.text.version, each.report) for each in read if each.key not in links]
    keep_deals(store, found, now)
