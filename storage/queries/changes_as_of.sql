-- Which changes had been found by then, of which deals were they, and how had they been judged?
select changes.* exclude (deal_id), told.deal_id, told.verdict, told.note
from changes_as_of($ts::timestamptz) as told join changes using (change_id)
order by changes.detected_at, changes.place
