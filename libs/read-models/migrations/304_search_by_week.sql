-- Terms name the week in which the order was placed, behind the seller's key: a search goes back week by week and
-- stops when its page is full. Without it a word of many old orders would have all of them looked up.
drop index seller_search_terms;
update seller_search s set terms = array_to_tsvector(array(
  select left(term, 8) || lpad(floor(extract(epoch from placed_at) / 604800)::text, 4, '0') || substr(term, 9)
  from unnest(tsvector_to_array(terms)) as term))
from seller_orders o
where o.order_id = s.order_id;
create index seller_search_terms on seller_search using gin (terms) with (fastupdate = off);
