-- Which texts that count come after this place in the order of arrival, how was each read last, and was it an edit?
-- One that only repeats the text before it says nothing of its own.
with texts as (
    select *,
        lag(text_hash) over past as text_before,
        lag(source) over past = 'page' and source = 'page' and lag(extractor) over past = extractor as edited
    from versions where confirmed
    window past as (partition by article_id order by seen_at, arrival)
)
select texts.* exclude (text_before, edited), coalesce(edited, false) as edited,
    last_readings.extractor_version as read_by
from texts left join last_readings using (version_id)
where arrival > $after and text_before is distinct from text_hash
order by arrival
limit $most
