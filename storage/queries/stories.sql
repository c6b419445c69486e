-- Which stories are there, and who printed them?
select story_id,
    list(
        {
            'article_id': document_id, 'score': round(score, 2), 'role': role,
            'outlet': outlet, 'url': versions.url, 'title': title
        }
        order by role = 'origin' desc, score desc, seen_at, versions.arrival
    ) as members
from story_members join versions using (version_id)
where until is null
group by story_id
order by min(coalesce(published_from, seen_at)), story_id
