"""The pass of the optional second reader: after the news is stored and told, ask, and store what it said."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from extractors.second.second_reader import reader_name
from flows.database import alone, held, publish_if_new
from flows.passes import politeness_of
from flows.second_reader import Sitting, ask_about, new_sitting
from flows.settings import Config
from storage.problems import mend_problems, save_problems
from storage.second_reader import save_second_readings, unread_by_reader

NEWS = timedelta(days=1)  # older texts are not asked about: a reader that is new does not read the whole archive


def second_pass(
    config: Config, now: datetime, say: Callable[[str], None] = print, environment: Mapping[str, str] = os.environ
) -> int:
    """Let the second reader read the texts of deals that it has not read; return how many facts of it are new.

    It comes last, since no alert waits for a model. Without a reader nothing is done.
    """
    if not config.reader.on:
        return 0
    with alone(config.database, "second-reader", wait=0.0) as free:
        return read_again(config, now, say, environment) if free else 0


def read_again(config: Config, now: datetime, say: Callable[[str], None], environment: Mapping[str, str]) -> int:
    """Ask about what is unread, with the database closed, and store the answers."""
    with held(config) as store:
        # One more than may be asked, so that the limit is said where it is met.
        most = config.reader.max_calls + 1
        unread = unread_by_reader(store, reader_name(config.reader.model), now - NEWS, most)
    if not unread:
        return 0
    say(f"Asking the second reader about {len(unread)} texts…")
    sat = new_sitting(config.reader, politeness_of(config), now)
    ask_about(unread, sat, environment)
    versions = {version.version_id: version for version in unread}
    with held(config) as store:
        with store.transaction():
            facts = save_second_readings(store, [(versions[key], sat.readings[key]) for key in sat.readings], now)
            mend_problems(store, "read", mended(sat), now)
            save_problems(store, sat.problems)
        publish_if_new(store, config, now, news=bool(sat.problems))
    say(f"The second reader read {len(sat.readings)} texts: {facts} facts, {len(sat.problems)} problems")
    return facts


def mended(sat: Sitting) -> list[str]:
    """The endpoint, where it went well."""
    return [sat.settings.base_url] if sat.readings and not sat.closed else []
