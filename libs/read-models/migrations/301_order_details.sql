-- An order as people see it, whole. Derived from the event log by the projector: never mended by hand.
create table order_details (
  order_id  text collate "C" primary key,
  buyer_id  text not null,
  seller_id text not null,
  revision  bigint not null,
  -- json and not jsonb: it is read whole, and keeping the text costs half of what taking it apart does.
  view      json not null
) with (fillfactor = 70, toast_tuple_target = 8160);

-- Compressing a document costs more than writing its two kilobytes.
alter table order_details alter column view set storage external;

-- What happened to an order, a row per event in the words of its two readers. Rows are only ever added.
create table order_timeline (
  order_id     text collate "C" not null,
  revision     bigint not null,
  at           timestamptz(3) not null,
  type         text not null,
  buyer_label  text not null,
  seller_label text not null,
  facts        jsonb not null,
  primary key (order_id, revision)
);
