-- Keep that a pass was made.
insert into runs by name
select $run_id as run_id, $command as command, $started_at as started_at, $finished_at as finished_at, $summary as summary
on conflict do nothing
