-- Keep how the last visit of each article went, and when it is due again.
update articles set
    visited_at = v.visited_at,
    next_visit_at = v.next_visit_at,
    visits = articles.visits + if(v.answered, 1, 0),
    failures = if(v.answered, 0, articles.failures + 1),
    complaint = v.complaint,
    gone_at = if(v.gone, v.visited_at, null),
    etag = if(v.answered and v.fresh, v.etag, articles.etag),
    last_modified = if(v.answered and v.fresh, v.last_modified, articles.last_modified)
from (
    select unnest(from_json($rows, '[{
        "article_id": "varchar", "visited_at": "timestamptz", "next_visit_at": "timestamptz",
        "answered": "boolean", "fresh": "boolean", "gone": "boolean", "complaint": "varchar",
        "etag": "varchar", "last_modified": "varchar"
    }]'), recursive := true)
) as v
where articles.article_id = v.article_id
