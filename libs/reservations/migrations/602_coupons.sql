-- Every seller's coupons, for lists: derived from the coupons' streams, which are the truth.
create table coupons (
  seller_id    text collate "C" not null,
  code         text collate "C" not null,
  terms        jsonb not null,
  issued_at    timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  redeemed     bigint not null default 0,
  primary key (seller_id, code)
);
create index coupons_newest on coupons (seller_id, issued_at desc, code);
