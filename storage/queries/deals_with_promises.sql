-- For which deals has a promised day passed?
select distinct deal_id
from facts join deal_links using (version_id)
where unlinked_at is null and fact_id not in (from dropped_facts) and extractor <> 'edits' and attribute in ('close_date', 'start_date', 'phase_date') and date_end < $today
