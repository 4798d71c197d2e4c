-- What orders hold of things that there are only so many of: derived from the streams of those things, and from
-- the orders. The streams are the truth; here stands which order to look at when something happens to it.
create table reservations (
  stream   text collate "C" not null,
  order_id text collate "C" not null,
  -- Whether the order that the reservation was made for has come.
  ordered  boolean not null,
  since    timestamptz not null default now(),
  primary key (stream, order_id)
);
create index reservations_by_order on reservations (order_id);
create index reservations_without_order on reservations (since) where not ordered;

-- How far each part of the event log was followed, by the prefix of its streams.
create table reservation_checkpoints (
  prefix   text collate "C" primary key,
  position bigint not null
);
