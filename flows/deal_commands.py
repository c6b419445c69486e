"""`dealdrift deals merge|split|name|words`: what a person knows of deals better than the rules of linking."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from extractors.models import Deal, DealdriftError
from flows.cli import DONE, configured, say
from flows.database import held, publish_if_new
from flows.views import NotFound, list_deals, read, show
from storage.database import Store
from storage.deal_words import articles_of_deal, deal_words, said_of_deals
from storage.deals import all_deals, links_of_deals


class NotSo(DealdriftError):
    """What was said cannot be done; the text says why."""


def deals_command(options: argparse.Namespace) -> int:
    """Do what the action says; without one, list the deals."""
    return ACTIONS[options.action](options) if options.action else list_deals(options)


def merge_action(options: argparse.Namespace) -> int:
    """Make one deal of two."""
    from flows.links import merge  # late: who only looks need not wait for the linking

    with spoken(options) as (store, now):
        deal, into = one_deal(store, options.key), one_deal(store, options.into)
        if deal.deal_id == into.deal_id:
            raise NotSo(f"{options.key} and {options.into} are one deal already: {called(deal)}")
        moved = merge(store, deal, into, options.note, now)
    say(f"{called(deal)} is part of {called(moved.deal)} now: {counted(moved.articles)}, {found(moved.changes)}")
    return DONE


def split_action(options: argparse.Namespace) -> int:
    """Make a deal of its own of some articles of another."""
    from flows.links import split

    with spoken(options) as (store, now):
        deal = one_deal(store, options.key)
        known: dict[str, set[str]] = {}
        for row in articles_of_deal(store, deal.deal_id):
            known.setdefault(row["article_id"], {row["article_id"]}).add(row["document_id"])
        leaving = {one_article(known, wanted, deal) for wanted in options.articles}
        if len(leaving) == len(known):
            raise NotSo(f"these are all articles of {called(deal)}: name those that are not of it, or merge it")
        moved = split(store, deal, leaving, options.note, now)
    say(f"{called(moved.deal)} has {counted(moved.articles)} of {called(deal)} now, {found(moved.changes)}")
    return DONE


def name_action(options: argparse.Namespace) -> int:
    """Call a deal by a name of one's own."""
    from flows.links import rename

    name = " ".join(options.name.split())
    if len(name) > LONGEST:
        raise NotSo(f"a name has {LONGEST} characters at most, this one {len(name)}")
    with spoken(options) as (store, now):
        deal = one_deal(store, options.key)
        renamed = rename(store, deal, name, options.note, now)
    say(f"{deal.name} is called {renamed.name} now" + ("" if name else ", as its parties give it"))
    return DONE


def words_action(options: argparse.Namespace) -> int:
    """List what was said of deals, last word last."""
    names, said = read(options, lambda store: ({d.deal_id: d.name for d in all_deals(store)}, deal_words(store)))
    rows: list[Mapping[str, Any]] = [
        {
            "said_at": word.said_at,
            "word": word.word.value,
            "deal_key": word.deal_id,
            "deal": names.get(word.deal_id),
            "other_key": word.other_id,
            "other": names.get(word.other_id or ""),
            "articles": list(word.articles),
            "name": word.name,
            "note": word.note,
        }
        for word in said
    ]
    columns: dict[str, Callable[[Mapping[str, Any]], object]] = {
        "said": lambda row: row["said_at"],
        "word": lambda row: row["word"],
        "deal": lambda row: f"{row['deal']} ({row['deal_key']})",
        "into, or as": lambda row: f"{row['other']} ({row['other_key']})" if row["other_key"] else row["name"],
        "articles moved": lambda row: len(row["articles"]) or None,
        "note": lambda row: row["note"],
    }
    return show(options, rows, columns, nothing="Nobody has said anything of a deal: `dealdrift deals merge --help`")


# --- what is meant, and what came of it ------------------------------------------------------------

LONGEST = 200  # characters of a name


@contextmanager
def spoken(options: argparse.Namespace) -> Iterator[tuple[Store, datetime]]:
    """Yield the database to say something in, and the time; all of it is kept or nothing. Readers see it at once."""
    config, now = configured(options), datetime.now(UTC)
    if not config.database.exists():
        raise NotFound(f"{config.database} does not exist: `dealdrift run --once` makes it")
    with held(config) as store:
        with store.transaction():
            yield store, now
        publish_if_new(store, config, now)


def one_deal(store: Store, wanted: str) -> Deal:
    """Return the deal with this key, or the only one whose key begins so or whose name has these words."""
    deals, said = {deal.deal_id: deal for deal in all_deals(store)}, said_of_deals(store)
    if wanted in said.heirs:
        heir = deals[said.heir(wanted)]
        raise NotFound(f"{wanted} was merged on {said.heirs[wanted][1]:%Y-%m-%d}: it is part of {called(heir)} now")
    live = {link.deal_id for link in links_of_deals(store, deals)}
    if wanted in live:
        return deals[wanted]
    by_key = [key for key in sorted(live) if wanted and key.startswith(wanted)]
    by_name = [key for key in sorted(live) if wanted and wanted.casefold() in deals[key].name.casefold()]
    near = by_key or by_name
    if not near:
        raise NotFound(f"{wanted!r}: no deal has a key or a name with that; `dealdrift deals` lists them")
    if len(near) > 1:
        listed = some(called(deals[key]) for key in near)
        raise NotFound(f"{wanted!r} fits {len(near)} deals: {listed}; type more of it")
    return deals[near[0]]


def one_article(known: Mapping[str, set[str]], wanted: str, deal: Deal) -> str:
    """Return the article of a deal that is printed under this id, or the only one whose id begins so."""
    exact = [article for article, ids in known.items() if wanted in ids]
    near = exact or [a for a, ids in known.items() if wanted and any(each.startswith(wanted) for each in ids)]
    if len(near) == 1:
        return near[0]
    listed = some(sorted(min(known[article], key=len) for article in near or known))
    if not near:
        raise NotFound(f"{wanted!r}: no article of {called(deal)} has that id; it has {listed}")
    raise NotFound(f"{wanted!r} fits {len(near)} articles of {called(deal)}: {listed}; type more of it")


def called(deal: Deal) -> str:
    """Return name and key."""
    return f"{deal.name} ({deal.deal_id})"


def some(names: Iterable[str], most: int = 5) -> str:
    """Return the first few names."""
    listed = list(names)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more


def counted(articles: int) -> str:
    """Return a count of articles in words."""
    return f"{articles} article{'' if articles == 1 else 's'}"


def found(changes: int) -> str:
    """Say what was seen by the new links."""
    if not changes:
        return "no change is seen by it"
    return f"{changes} change{'' if changes == 1 else 's'} seen by it, which alert nobody"


ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "merge": merge_action,
    "split": split_action,
    "name": name_action,
    "words": words_action,
}
