-- What buyers and sellers are told of their orders.
create table notices (
  id             bigint generated always as identity primary key,
  recipient_role text not null,
  recipient_id   text not null,
  order_id       text not null,
  -- Number of the status event within the order.
  sequence       bigint not null,
  kind           text not null,
  title          text not null,
  body           text not null,
  link           text not null,
  created_at     timestamptz not null,
  unique (order_id, sequence, recipient_role)
);
create index on notices (recipient_role, recipient_id, id desc);
