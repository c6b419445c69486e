-- What did people say last of each change that they judged?
select change_id, verdict, note, said_at from verdicts_now
