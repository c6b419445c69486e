-- Keep what went wrong; the same again counts.
insert into problems by name
select problem_id, any_value(stage) as stage, any_value(subject) as subject, any_value(reason) as reason,
    min(happened_at) as first_at, max(happened_at) as last_at, count(*)::integer as times
from (
    select unnest(from_json($rows, '[{
        "problem_id": "varchar", "stage": "varchar", "subject": "varchar", "reason": "varchar",
        "happened_at": "timestamptz"
    }]'), recursive := true)
)
group by problem_id
on conflict do update set
    last_at = greatest(problems.last_at, excluded.last_at), times = problems.times + excluded.times, mended_at = null
