-- Where does the present extractor read known texts otherwise than they are kept?
select document_id as article_id, outlet, title, url, finding, attribute, old_says, old_quote, new_says, new_quote,
    rereadings.extractor_version, found_at, finding_id, version_id, old_fact as fact_id
from rereadings join versions using (version_id)
where accepted_at is null
order by versions.arrival, attribute, finding_id
