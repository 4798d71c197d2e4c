-- Every seller's offers, for lists: derived from the offers' streams, which are the truth.
create table offers (
  seller_id  text collate "C" not null,
  product_id text collate "C" not null,
  terms      jsonb not null,
  primary key (seller_id, product_id)
);
