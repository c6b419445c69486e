-- Take out readings of texts by this version of the extractor, to put another in their place.
delete from reports
where extractor = $extractor and extractor_version = $extractor_version
    and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
