-- What did people say of deals and their articles, in which order?
select word, deal_id, other_id, articles, others, name, note, said_at from deal_words
order by said_at, place
