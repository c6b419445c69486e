-- Take out the companies of such readings.
delete from parties
where extractor = $extractor and extractor_version = $extractor_version
    and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
