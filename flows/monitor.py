"""The scheduled form of the passes: Prefect flows, whose tasks are batches. The passes themselves are in passes.py."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, get_run_logger, task

from flows.batches import Piece, Result
from flows.deliveries import deliver_due
from flows.passes import one_pass, utcnow, visit_pass
from flows.second_pass import second_pass
from flows.settings import Config, load


def as_tasks(
    work: Callable[[Sequence[Piece]], list[Result]], batches: Iterable[Sequence[Piece]]
) -> Iterator[list[Result]]:
    """Run each batch as a task, side by side; yield the results in the order of the batches."""
    futures = [task(name=name_of(work), persist_result=False)(work).submit(batch) for batch in batches]
    for future in futures:
        yield future.result()


def name_of(work: Callable[..., object]) -> str:
    """Return the name of the function, also where some of its arguments are set already."""
    return str(getattr(getattr(work, "func", work), "__name__", "batch"))


@flow(name="monitor", validate_parameters=True)
def monitor(config_file: str | None = None, now: str | None = None) -> None:
    """Poll the feeds that are due, read what is new, store it with its changes, and send the alerts.

    `now` is an ISO timestamp with zone for runs in simulated time; documents and secrets are no parameters, since
    Prefect keeps parameters in plain text.
    """
    config, say = configuration(config_file), get_run_logger().info
    one_pass(config, moment(now), each=as_tasks, say=say)
    deliver_due(config, moment(now), say=say)
    second_pass(config, moment(now), say=say)


@flow(name="revisit")
def revisit(config_file: str | None = None, now: str | None = None) -> None:
    """Read again the articles that carry facts and are due, to see edits; then send the alerts."""
    config, say = configuration(config_file), get_run_logger().info
    visit_pass(config, moment(now), each=as_tasks, say=say)
    deliver_due(config, moment(now), say=say)


@flow(name="deliver")
def deliver(config_file: str | None = None, now: str | None = None) -> None:
    """Send what waits in the outbox."""
    deliver_due(configuration(config_file), moment(now), say=get_run_logger().info)


def configuration(config_file: str | None) -> Config:
    """Load the configuration that a parameter names."""
    return load(Path(config_file) if config_file else None)


def moment(now: str | None) -> datetime:
    """Return the time of the run; one that names no zone is in UTC."""
    given = datetime.fromisoformat(now) if now else utcnow()
    return given if given.tzinfo else given.replace(tzinfo=UTC)
