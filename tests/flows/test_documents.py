"""Documents from files: what is read, and what is said of a bad line."""

from datetime import UTC, datetime

import pytest

from flows.documents import moment_of, read_lines

MOMENTS = {
    "a day": ("2025-09-22", datetime(2025, 9, 22, tzinfo=UTC), datetime(2025, 9, 22, 23, 59, 59, 999999, tzinfo=UTC)),
    "a month": ("2025-09", datetime(2025, 9, 1, tzinfo=UTC), datetime(2025, 9, 30, 23, 59, 59, 999999, tzinfo=UTC)),
    "a timestamp with zone": ("2025-09-22T16:00:00+02:00", *[datetime(2025, 9, 22, 14, tzinfo=UTC)] * 2),
    "a timestamp without zone is UTC": ("2025-09-22T14:00", *[datetime(2025, 9, 22, 14, tzinfo=UTC)] * 2),
}

COMPLAINTS = {
    "a moment before all zones": (
        '{"id": "a", "text": "b", "published": "0001-01-01T00:00:00+14:00"}',
        "a day, a month or a timestamp",
    ),
    "no JSON": ("{", "is no JSON"),
    "no object": ("[1]", "is no JSON object"),
    "no id": ('{"text": "a"}', "id: Field required"),
    "neither text nor html": ('{"id": "a"}', "exactly one of text and html is needed"),
    "both bodies": ('{"id": "a", "text": "b", "html": "c"}', "exactly one of text and html is needed"),
    "a date that is none": (
        '{"id": "a", "text": "b", "published": "soon"}',
        "published: a day, a month or a timestamp",
    ),
    "too deep to be read": ("[" * 100_000, "is no JSON"),
}


@pytest.mark.parametrize(("printed", "earliest", "latest"), MOMENTS.values(), ids=MOMENTS)
def test_moment_of(printed, earliest, latest):
    moment = moment_of(printed)
    assert (moment.earliest, moment.latest) == (earliest, latest)


@pytest.mark.parametrize(("line", "complaint"), COMPLAINTS.values(), ids=COMPLAINTS)
def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(line, complaint):
    lines = list(read_lines(["\n", line, '{"id": 7, "text": "b", "deal": "ignored"}'], "news.jsonl"))
    assert complaint in lines[0].complaint
    assert lines[0].complaint.startswith("news.jsonl, line 2: ")
    assert lines[1].document.id == "7"
