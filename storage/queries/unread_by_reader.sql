-- Which texts of deals, first seen since a time, has this reader not read yet, latest first?
select versions.* exclude (arrival) from versions
where confirmed and seen_at >= $since
    and version_id in (select reports.version_id from reports where about_deal)
    and version_id not in (
        select second_readings.version_id from second_readings
        where extractor = $extractor and extractor_version = $extractor_version
    )
order by seen_at desc, arrival desc
limit $most
