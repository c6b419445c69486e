"""Keep the list of feeds in the configuration file; its comments and order stay."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import tomlkit
from pydantic import ValidationError
from tomlkit.exceptions import TOMLKitError

from extractors.models import DealdriftError
from flows.settings import ConfigError, FeedSettings, complaint, load


class FeedListError(DealdriftError):
    """The list cannot be changed as asked; the text says why."""


def write_example(file: Path) -> None:
    """Write a commented configuration to start from. Raises FeedListError where one stands already."""
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(example())
    except FileExistsError as error:
        raise FeedListError(f"{file}: is there already; it was left as it is") from error
    except OSError as error:
        raise FeedListError(f"{file}: cannot be written ({error.strerror})") from error


def example() -> str:
    """Return the commented example configuration."""
    return files("deployments").joinpath("dealdrift.example.toml").read_text(encoding="utf-8")


def add_feeds(file: Path, feeds: Iterable[FeedSettings]) -> list[FeedSettings]:
    """Append the feeds that are not in the file yet and return them. The file is replaced whole or not at all."""
    known = {feed.url for feed in load(file).feeds}
    fresh = [feed for feed in {feed.url: feed for feed in feeds}.values() if feed.url not in known]
    document = parsed(file)
    tables = document.setdefault("feeds", tomlkit.aot())
    for feed in fresh:
        table = tomlkit.table()
        table.update({"url": feed.url, "name": feed.name, "tier": feed.tier.value, "every": span(feed)})
        tables.append(table)
    if fresh:
        replace(file, document)
    return fresh


def remove_feed(file: Path, url: str) -> None:
    """Take one feed out of the file. Raises FeedListError where it does not stand there."""
    document = parsed(file)
    tables = document.get("feeds", [])
    places = [place for place, table in enumerate(tables) if table.get("url") == url]
    if not places:
        raise FeedListError(f"{file}: has no feed {url}; `dealdrift feeds` lists them")
    del tables[places[0]]
    replace(file, document)


def feed_of(url: str, name: str, tier: str, every: str) -> FeedSettings:
    """Check one feed as the configuration would. Raises ConfigError."""
    try:
        return FeedSettings.model_validate({"url": url, "name": name, "tier": tier, "every": every})
    except ValidationError as error:
        raise ConfigError(complaint(error)) from error


def span(feed: FeedSettings) -> str:
    """Print the interval as the file has it: in the largest unit that it fills."""
    seconds = int(feed.every.total_seconds())
    unit, size = next(
        (unit, size) for unit, size in (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)) if seconds % size == 0
    )
    return f"{seconds // size}{unit}"


def parsed(file: Path) -> tomlkit.TOMLDocument:
    """Read the file with its comments."""
    try:
        return tomlkit.parse(file.read_text(encoding="utf-8"))
    except (OSError, TOMLKitError) as error:
        raise FeedListError(f"{file}: cannot be read ({error}); `dealdrift init` writes one") from error


def replace(file: Path, document: tomlkit.TOMLDocument) -> None:
    """Write the file anew, whole or not at all, once it is known to load."""
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_text(tomlkit.dumps(document), encoding="utf-8")
        load(new)
        new.replace(file)
    except OSError as error:
        raise FeedListError(f"{file}: cannot be written ({error.strerror})") from error
    finally:
        new.unlink(missing_ok=True)
