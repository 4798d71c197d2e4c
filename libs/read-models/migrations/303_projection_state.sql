-- How far each projection has read the event log: changes in the same transaction as its tables.
create table projection_checkpoints (
  name     text primary key,
  position bigint not null
);

-- Orders with an event that cannot be projected: they stay as they were before it, and are tried again when a
-- projector starts. All others go on.
create table projection_failures (
  order_id text collate "C" primary key,
  revision bigint not null,
  position bigint not null,
  error    text not null,
  since    timestamptz not null default now()
);
