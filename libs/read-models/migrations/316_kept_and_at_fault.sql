-- Whether the buyer kept anything, and whether the seller is at fault for a cancellation; unknown of rows from before.
alter table buyer_orders add column kept boolean, add column cancelled_at_fault boolean;
alter table seller_orders add column kept boolean, add column cancelled_at_fault boolean;
create index seller_orders_at_fault on seller_orders (seller_id) where cancelled_at_fault;
