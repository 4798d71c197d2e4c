-- What a consumer group has done: the last sequence of each order, written together with the effect.
create table consumed_orders (
  consumer_group text not null,
  order_id       text not null,
  sequence       bigint not null,
  primary key (consumer_group, order_id)
);

-- Records that a group could not apply yet: the dead-letter topic `orders.status.v1.<group>.dlq`.
create table parked_records (
  consumer_group text not null,
  partition_nr   integer not null,
  record_offset  bigint not null,
  order_id       text not null,
  -- Null where the record does not even say its place in the order.
  sequence       bigint,
  headers        jsonb not null,
  value          text not null,
  reason         text not null,
  error          text not null,
  attempts       integer not null,
  parked_at      timestamptz not null default now(),
  primary key (consumer_group, partition_nr, record_offset)
);
create index on parked_records (consumer_group, order_id, sequence);

-- The only event of the order that the group can apply next.
create function next_sequence(in_group text, in_order text) returns bigint language sql stable as $$
  select coalesce((select sequence from consumed_orders where consumer_group = in_group and order_id = in_order), 0) + 1
$$;
