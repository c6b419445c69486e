-- What is wrong now, latest first?
select stage, subject, reason, first_at, last_at, times from problems
where mended_at is null
order by last_at desc, stage, subject
