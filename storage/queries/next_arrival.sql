-- Which place in the order of arrival is free?
select coalesce(max(arrival) + 1, 0) as place from facts
