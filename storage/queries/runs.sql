-- Which passes wrote something, latest first?
select run_id, command, started_at, finished_at, summary from runs
order by finished_at desc, run_id
limit $most
