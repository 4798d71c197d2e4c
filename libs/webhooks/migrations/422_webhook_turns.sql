-- Each webhook's next delivery is found without reading what waits for the others.
drop index webhook_deliveries_due_at_idx;
create index on webhook_deliveries (webhook_id, due_at, id) where state = 'waiting';
