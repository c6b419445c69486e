-- Which of these versions print again what their article printed before, with another text in between?
with texts as (
    select version_id, text_hash,
        lag(text_hash) over (partition by article_id order by seen_at, arrival) as before,
        row_number() over (partition by article_id, text_hash order by seen_at, arrival) as times
    from versions
    where confirmed and article_id in (
        select article_id from versions where version_id in (select unnest(from_json($version_ids, '["varchar"]')))
    )
)
select version_id from texts
where times > 1 and before <> text_hash and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
