-- How were these versions read as a whole, by their last reading?
select version_id, about_deal, kind,
    list({'name': name, 'role': role} order by place) filter (name is not null) as parties
from reports left join parties using (version_id, extractor, extractor_version)
where version_id in (select unnest(from_json($version_ids, '["varchar"]')))
group by version_id, extractor, extractor_version, about_deal, kind, read_at
qualify row_number() over (partition by version_id order by read_at desc, extractor_version desc) = 1
order by version_id
