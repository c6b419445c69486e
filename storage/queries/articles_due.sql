-- Which articles are due to be read again, of each outlet only so many, the longest waiting first?
select article_id, document_id, url, outlet, tier, title, etag, last_modified, visits, failures, complaint, first_seen_at
from articles where next_visit_at <= $now and gone_at is null and url is not null
qualify row_number() over (
    partition by coalesce(outlet, regexp_extract(url, '^[a-z]+://([^/]*)', 1)) order by next_visit_at, article_id
) <= $each
order by next_visit_at, article_id
limit $most
