"""The configuration: one TOML file, checked key by key. Secrets stay in the environment."""

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit, urlunsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from extractors.models import ATTRIBUTES, Company, DealdriftError, Kind, Severity, Tier

DEFAULT_FILE = Path("dealdrift.toml")
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class ConfigError(DealdriftError):
    """The configuration cannot be used; the text names file, key and what was expected."""


def interval(value: object) -> object:
    """Read "30m" or "6 h" as a time span; other types are left to pydantic, which refuses them."""
    if isinstance(value, timedelta):
        return value
    match = re.fullmatch(r"(\d{1,6}) ?([smhd])", value.strip()) if isinstance(value, str) else None
    if not match or int(match[1]) == 0:
        raise ValueError('a time such as "90s", "30m", "6h" or "1d"')
    return timedelta(seconds=int(match[1]) * UNITS[match[2]])


Every = Annotated[timedelta, BeforeValidator(interval)]


class Section(BaseModel):
    """A part of the file: unknown keys are errors, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def web_address(url: str) -> str:
    """Return the address if it is one of the web, else raise ValueError."""
    if not re.match(r"https?://[^/\s]+", url):
        raise ValueError("an address that begins with http:// or https://")
    if "@" in url.split("/")[2]:
        raise ValueError("an address without a user name and password: it is printed and stored")
    return url


WebAddress = Annotated[str, BeforeValidator(lambda url: web_address(url) if isinstance(url, str) else url)]


class FeedSettings(Section):
    """One feed: its address, the outlet's name, how near it stands to the deals, how often to look."""

    url: WebAddress
    name: str = ""
    tier: Tier = Tier.NATIONAL
    every: Every = timedelta(minutes=30)


class CompanySettings(Section):
    """One watched company and the other names that it goes by."""

    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()


class WebhookSettings(Section):
    """Where to send alerts, and which. Empty filters let everything through."""

    url: WebAddress
    name: str = ""
    secret_env: str = "DEALDRIFT_WEBHOOK_SECRET"  # noqa: S105 - the variable's name, not the secret
    deals: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    tiers: tuple[Tier, ...] = ()
    least_severity: Severity = Severity.MEDIUM
    new_deals: bool = False
    first_figures: bool = False

    @property
    def called(self) -> str:
        """Its name; else its address without the query, in which there may be a token: this is printed and stored."""
        parts = urlsplit(self.url)
        return self.name or urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))

    @field_validator("attributes")
    @classmethod
    def known_attributes(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse an attribute that no fact can have."""
        for name in names:
            if name not in (*ATTRIBUTES, "status") and not name.startswith("other:"):
                raise ValueError(f"attributes out of: {', '.join(ATTRIBUTES)}, status, other:<name>; not {name!r}")
        return names


class PolitenessSettings(Section):
    """How gently pages are fetched. Seconds, megabytes, connections."""

    user_agent: str = Field("dealdrift/0.1 (deal news monitor)", pattern=r"^[ -~]+$")  # what a header can carry
    per_host: int = Field(2, ge=1, le=16)
    delay: float = Field(1.0, ge=0, le=3600)
    connections: int = Field(64, ge=1, le=512)
    deadline: float = Field(20.0, gt=0, le=600)
    max_megabytes: int = Field(10, ge=1, le=100)
    visits_per_outlet: int = Field(100, ge=1, le=10_000)  # articles of one outlet read again in one pass
    respect_robots: bool = True
    allow_private: bool = False  # feeds and receivers on this machine or in a private network


class ReadingSettings(Section):
    """Limits on reading one page, since pages are hostile: seconds, megabytes, processes."""

    workers: int = Field(2, ge=1, le=64)
    seconds: float = Field(10.0, gt=0, le=300)
    megabytes: int = Field(1024, ge=256, le=16384)


class AlertSettings(Section):
    """How alerts go out."""

    digest_above: int = Field(10, ge=0, le=100_000)  # of one pass for one webhook; 0: each goes by itself


class ReaderSettings(Section):
    """The optional second reader: a chat endpoint of the OpenAI kind, and what it may cost. Off without an address.

    It is compared with the rules and never alerts. The texts of the reports are sent to it.
    """

    base_url: str = ""  # such as https://api.example.com/v1; /chat/completions is added
    model: str = Field("", validate_default=True)
    api_key_env: str = "DEALDRIFT_READER_KEY"  # the variable's name; without the variable no key is sent
    answer_format: Literal["json_object", "json_schema", "plain"] = "json_object"  # refused: plain is tried
    seconds: float = Field(60.0, gt=0, le=600)  # for one answer, all in all
    max_characters: int = Field(12_000, ge=200, le=60_000)  # of one report that are sent
    max_tokens: int = Field(4_000, ge=100, le=100_000)  # of one answer
    tokens_key: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"  # newer models know only the second
    max_calls: int = Field(50, ge=1, le=10_000)  # in one pass
    parallel: int = Field(2, ge=1, le=32)
    allow_private: bool = False  # an endpoint on this machine or in a private network, and http:// to it

    @property
    def on(self) -> bool:
        """Whether there is one."""
        return bool(self.base_url)

    @field_validator("base_url")
    @classmethod
    def bare_address(cls, url: str) -> str:
        """Refuse an address with credentials, a query or a fragment: it is printed and stored."""
        if url and (not re.fullmatch(r"https?://[^/@\s?#]+(/[^@\s?#]*)?", url) or len(url) > 500):
            raise ValueError("an address such as https://api.example.com/v1, without user, query or fragment")
        return url.rstrip("/")

    @field_validator("model")
    @classmethod
    def model_with_an_address(cls, model: str, info: ValidationInfo) -> str:
        """Refuse an address without the name of a model, and a name that is none."""
        if info.data.get("base_url") and not re.fullmatch(r"[ -~]{1,100}", model):
            raise ValueError("the name of a model, as the endpoint knows it")
        return model


class Config(Section):
    """The whole file. Relative paths are relative to it."""

    database: Path = Path("dealdrift.duckdb")
    feeds: tuple[FeedSettings, ...] = ()
    companies: tuple[CompanySettings, ...] = ()
    webhooks: tuple[WebhookSettings, ...] = ()
    politeness: PolitenessSettings = PolitenessSettings()
    alerts: AlertSettings = AlertSettings()
    reading: ReadingSettings = ReadingSettings()
    reader: ReaderSettings = ReaderSettings()

    @property
    def watched(self) -> tuple[Company, ...]:
        """The watched companies, as the extractors take them."""
        return tuple(Company(company.name, company.aliases) for company in self.companies)

    @field_validator("database")
    @classmethod
    def database_is_a_file(cls, database: Path) -> Path:
        """Refuse an empty path."""
        if not database.name:
            raise ValueError('the path of a file, such as "dealdrift.duckdb"')
        return database

    @field_validator("webhooks")
    @classmethod
    def each_webhook_has_its_name(cls, webhooks: tuple[WebhookSettings, ...]) -> tuple[WebhookSettings, ...]:
        """Refuse two webhooks of one name: the outbox tells them apart by it."""
        names = [hook.called for hook in webhooks]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"webhooks with names of their own; {name} stands there twice")
        return webhooks

    @field_validator("feeds")
    @classmethod
    def each_feed_once(cls, feeds: tuple[FeedSettings, ...]) -> tuple[FeedSettings, ...]:
        """Refuse the same address twice."""
        seen = set()
        for feed in feeds:
            if feed.url in seen:
                raise ValueError(f"each feed once; {feed.url} stands there twice")
            seen.add(feed.url)
        return feeds


def find_config(given: Path | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the file to use: --config, then $DEALDRIFT_CONFIG, then ./dealdrift.toml, else None for the defaults."""
    if given:
        return given
    if environment.get("DEALDRIFT_CONFIG"):
        return Path(environment["DEALDRIFT_CONFIG"])
    return DEFAULT_FILE if DEFAULT_FILE.exists() else None


def load(file: Path | None) -> Config:
    """Read the configuration; None gives the defaults. Raises ConfigError with one line."""
    if file is None:
        return Config()
    try:
        config = Config.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror}); `dealdrift init` writes one") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: is not TOML: {error}") from error
    except ValidationError as error:
        raise ConfigError(f"{file}: {complaint(error)}") from error
    return config.model_copy(update={"database": file.parent / config.database})


def complaint(error: ValidationError) -> str:
    """Say the first fault as one line: the key, what was expected, what stood there."""
    fault = error.errors()[0]
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in fault["loc"]).lstrip(".")
    if fault["type"] == "extra_forbidden":
        return f"{key}: no such key{hint(fault['loc'])}{more}"
    if fault["type"] == "missing":
        return f"{key}: is missing{more}"
    said = fault["msg"].removeprefix("Value error, ")
    expected = said if said.startswith(("Input", "String")) else f"expected {said}"
    for words, plainer in (("Input should be", "expected"), ("a valid tuple", "a list")):
        expected = expected.replace(words, plainer)
    return f"{key}: {expected}, got {fault['input']!r:.80}{more}"


def hint(path: tuple[int | str, ...]) -> str:
    """Name the keys that are known at that place, the likeliest first."""
    model: Any = Config
    for part in path[:-1]:
        if isinstance(part, str):
            annotation = model.model_fields[part].annotation
            model = (get_args(annotation) or (annotation,))[0]
    names = sorted(model.model_fields)
    near = get_close_matches(str(path[-1]), names, n=1)
    return f"; did you mean {near[0]}?" if near else f"; known here: {', '.join(names)}"
