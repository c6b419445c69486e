-- Which changes had been found by then, of which deals were they, and how had they been judged?
select changes.* exclude (deal_id), then.deal_id, then.verdict, then.note
from changes_as_of($ts::timestamptz) as then join changes using (change_id)
order by changes.detected_at, changes.place
