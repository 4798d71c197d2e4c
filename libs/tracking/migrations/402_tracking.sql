-- Where the packages of each order are.
create table tracking (
  order_id  text primary key,
  buyer_id  text not null,
  seller_id text not null,
  -- Number of the last status event of the order that is in the view.
  sequence  bigint not null,
  view      jsonb not null
);
