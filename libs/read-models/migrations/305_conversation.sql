-- What the people of an order wrote to each other, a row per message. Rows are only ever added. Personal data: text.
create table order_messages (
  order_id   text collate "C" not null,
  revision   bigint not null,
  message_id text not null,
  at         timestamptz(3) not null,
  author     text not null,
  text       text not null,
  primary key (order_id, revision)
);

-- What buyers thought of their completed orders, one review per order. Personal data: text.
create table seller_reviews (
  order_id     text collate "C" primary key,
  seller_id    text collate "C" not null,
  buyer_id     text not null,
  score        bigint not null,
  text         text,
  submitted_at timestamptz(3) not null
);
create index seller_reviews_newest on seller_reviews (seller_id, submitted_at desc, order_id desc);

-- How many reviews gave each score to a seller: counted as they come in, since a seller can have millions.
create table seller_ratings (
  seller_id text collate "C" not null,
  score     bigint not null,
  reviews   bigint not null,
  primary key (seller_id, score)
) with (fillfactor = 50);
