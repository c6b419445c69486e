-- Close the problems of subjects that passed this stage again.
update problems set mended_at = $at
where mended_at is null and stage = $stage and subject in (select unnest(from_json($subjects, '["varchar"]')))
