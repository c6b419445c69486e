-- Which of these versions came after another text of the article that was made in the same way?
select version_id from versions as latter
where version_id in (select unnest(from_json($version_ids, '["varchar"]'))) and exists (
    from versions as former
    where former.article_id = latter.article_id and former.confirmed
        and (former.source, former.extractor) = (latter.source, latter.extractor)
        and (former.seen_at, former.arrival) < (latter.seen_at, latter.arrival)
)
