-- The event log. Rows are only ever added; the order of positions is the order of commits (102).
create table events (
  position     bigint primary key,
  stream       text collate "C" not null,
  revision     bigint not null,
  id           uuid not null,
  type         text not null,
  content_type text not null,
  data         bytea not null,
  metadata     bytea not null,
  created      timestamptz not null,
  unique (stream, revision)
);

-- Bytes as JSON, or null when they are none: one odd event must not spoil an analyst's query.
create function event_json(bytes bytea) returns jsonb language plpgsql immutable as $$
begin
  return convert_from(bytes, 'UTF8')::jsonb;
exception when data_exception then
  return null;
end
$$;

-- For analysts: what was written as application/json, to be queried as such.
create view events_json as
  select position, stream, revision, id, type, created, event_json(data) as data, event_json(metadata) as metadata
  from events
  where content_type = 'application/json';

-- The channel that tells subscribers of a commit. Channels belong to the whole database: each schema has its own.
create function events_channel() returns text language sql stable as $$
  select 'events_' || 'events'::regclass::oid
$$;
