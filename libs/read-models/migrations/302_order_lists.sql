-- The buyers' lists of orders: a row per order.
create table buyer_orders (
  order_id         text collate "C" primary key,
  checkout_id      text not null,
  buyer_id         text collate "C" not null,
  seller_id        text collate "C" not null,
  seller_name      text not null,
  tab              text not null,
  in_aftercare     boolean not null,
  status           text not null,
  label            text not null,
  marketplace_name text not null,
  placed_at        timestamptz(3) not null,
  changed_at       timestamptz(3) not null,
  currency         text not null,
  total            bigint not null,
  captured         bigint not null,
  refunded         bigint not null,
  summary          jsonb not null,
  words            text not null,
  revision         bigint not null
);
create index buyer_orders_newest on buyer_orders (buyer_id, placed_at desc, order_id desc);
create index buyer_orders_by_tab on buyer_orders (buyer_id, tab, placed_at desc, order_id desc);
create index buyer_orders_aftercare on buyer_orders (buyer_id, placed_at desc, order_id desc) where in_aftercare;

-- The sellers' lists: the same columns, from the moment at which the seller sees the order.
create table seller_orders (like buyer_orders);
-- squawk-ignore adding-serial-primary-key-field
alter table seller_orders add primary key (order_id);
create index seller_orders_newest on seller_orders (seller_id, placed_at desc, order_id desc);
create index seller_orders_by_tab on seller_orders (seller_id, tab, placed_at desc, order_id desc);
create index seller_orders_aftercare on seller_orders (seller_id, placed_at desc, order_id desc) where in_aftercare;

-- Finds what is rare in a list of many thousand orders. Every term begins with its seller's key, so that a
-- search costs what the seller's own matches cost, however many orders all others have.
create table seller_search (
  order_id text collate "C" primary key,
  terms    tsvector not null
);
-- Without the list of pending entries, through which every search would have to read.
create index seller_search_terms on seller_search using gin (terms) with (fastupdate = off);

-- How many orders stand in each tab of a seller, `all` among them: counted as they change, since a seller can
-- have millions.
create table seller_counts (
  seller_id text collate "C" not null,
  tab       text not null,
  orders    bigint not null,
  primary key (seller_id, tab)
) with (fillfactor = 50);
