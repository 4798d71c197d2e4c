-- Since when an order has a case that waits for the platform; null where it has none. There are few.
alter table order_details add column waits_for_platform_since timestamptz(3);
create index order_details_waiting on order_details (waits_for_platform_since, order_id)
  where waits_for_platform_since is not null;
