from dataclasses import replace

from extractors.models import Problem
from storage.database import Store
from storage.problems import mend_problems, open_problems, save_problems
from storage.runs import last_runs, save_run
from tests.storage.builders import START, hours

DOWN = Problem("poll", "https://wire.example/rss", "no answer within 20 seconds", START)


def test_the_same_again_is_one_problem_counted(store: Store):
    save_problems(store, [DOWN, replace(DOWN, at=hours(1)), replace(DOWN, subject="another", at=hours(3))])
    save_problems(store, [replace(DOWN, at=hours(2))])
    first, second = open_problems(store)
    assert (first["subject"], first["times"]) == ("another", 1)
    assert (second["times"], second["first_at"], second["last_at"]) == (3, START, hours(2))


def test_a_problem_is_mended_when_its_subject_passes_that_stage_and_comes_back_when_it_does_not(store: Store):
    save_problems(store, [DOWN, replace(DOWN, stage="fetch")])
    assert mend_problems(store, "poll", [DOWN.subject, "another"], hours(1)) == 1
    assert [problem["stage"] for problem in open_problems(store)] == ["fetch"]
    save_problems(store, [replace(DOWN, at=hours(2))])
    assert len(open_problems(store)) == 2


def test_problems_alone_are_no_news(store: Store):
    store.wrote = False
    save_problems(store, [DOWN])
    assert not store.wrote


def test_runs_are_kept_once_and_the_last_comes_first(store: Store):
    assert save_run(store, "monitor", START, hours(1), {"texts": 3}) == 1
    assert save_run(store, "monitor", START, hours(1), {"texts": 3}) == 0
    save_run(store, "deliver", hours(2), hours(2), {})
    runs = [(run["command"], run["summary"]) for run in last_runs(store)]
    assert runs == [("deliver", "{}"), ("monitor", '{"texts": 3}')]
    assert len(last_runs(store, most=1)) == 1
