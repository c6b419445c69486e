-- Keep what a person said of deals.
insert into deal_words by name
select * replace (place + (select coalesce(max(place), 0) from deal_words) as place)
from (select unnest(from_json(row, '{
    "word_id": "varchar", "word": "varchar", "deal_id": "varchar", "other_id": "varchar", "articles": ["varchar"],
    "others": ["varchar"], "name": "varchar", "note": "varchar", "said_at": "timestamptz", "place": "bigint"
}')) from (select unnest(from_json($rows, '["json"]')) as row))
on conflict do nothing
