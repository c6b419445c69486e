-- Which articles are due to be read again, longest waiting first?
select article_id, document_id, url, outlet, tier, title, etag, last_modified, visits, failures, complaint, first_seen_at
from articles where next_visit_at <= $now and gone_at is null and url is not null
order by next_visit_at, article_id
limit $most
