-- Where backend services want to be told of status events.
create table webhooks (
  id              uuid primary key,
  owner_id        text not null,
  url             text not null,
  -- Signs what is sent there; shown once.
  secret          text not null,
  -- Types that are wanted; null for all.
  event_types     text[],
  -- The one seller whose orders are wanted; null for all.
  seller_id       text,
  created_at      timestamptz not null default now(),
  -- Since when nothing was taken any more; null while all is well.
  failing_since   timestamptz,
  disabled_at     timestamptz,
  disabled_reason text,
  unique (owner_id, url)
);

create table webhook_deliveries (
  id           bigint generated always as identity primary key,
  webhook_id   uuid not null references webhooks on delete cascade,
  order_id     text not null,
  -- Number of the status event within the order.
  sequence     bigint not null,
  event_id     text not null,
  event_type   text not null,
  -- The event as it is sent.
  body         text not null,
  -- `held`: the webhook is disabled.
  state        text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up', 'held')),
  attempts     integer not null default 0,
  due_at       timestamptz not null default now(),
  -- While it is being sent: when it is thought to be left over from a crash.
  leased_until timestamptz,
  error        text,
  created_at   timestamptz not null default now(),
  ended_at     timestamptz,
  unique (webhook_id, order_id, sequence)
);
create index on webhook_deliveries (due_at) where state = 'waiting';
create index on webhook_deliveries (webhook_id, order_id, sequence) where state = 'waiting';
create index on webhook_deliveries (webhook_id) where leased_until is not null;
create index on webhook_deliveries (webhook_id) where state <> 'delivered';
create index on webhook_deliveries (ended_at) where state = 'delivered';
