-- Every seller's stock by product and variant, for lists: derived from the stocks' streams, which are the truth.
-- A product as such has the variant ''.
create table stock (
  seller_id  text collate "C" not null,
  product_id text collate "C" not null,
  variant    text collate "C" not null,
  on_hand    bigint not null default 0,
  held       bigint not null default 0,
  primary key (seller_id, product_id, variant)
);
create index stock_sold_out on stock (seller_id, product_id, variant) where held >= on_hand;
