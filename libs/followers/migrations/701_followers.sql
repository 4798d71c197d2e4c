-- Who follows the event log, and how far: moves in the transaction of what the follower does.
create table followers (
  name           text primary key,
  -- It has handled everything up to here; null before the first event. A text, as a place may have two halves.
  position       text,
  -- The last event that it has handled. By it the log is known again.
  event_stream   text,
  event_revision bigint,
  event_id       uuid,
  moved_at       timestamptz not null default clock_timestamp()
);

-- Streams that a follower cannot go on with: it passes over their events until they are released. All others go on.
create table parked_streams (
  follower      text not null,
  stream        text collate "C" not null,
  -- What it cannot read or handle: from this revision, which came at this place of the log.
  revision      bigint not null,
  position      text not null,
  -- 'tombstoned', 'truncated', 'gap', 'unreadable', or 'failed' where the history is whole.
  reason        text not null,
  problem       text not null,
  since         timestamptz not null default now(),
  release_asked boolean not null default false,
  -- An operator knows of it and does not want to be reminded.
  dropped_by    text,
  dropped_at    timestamptz,
  dropped_for   text,
  -- Names may be longer than an index takes.
  stream_digest text not null generated always as (md5(stream)) stored,
  primary key (follower, stream_digest)
);

-- Which log this database belongs to: one row.
create table event_log (
  only_one    boolean primary key default true check (only_one),
  database_id uuid not null default gen_random_uuid(),
  -- Null until the log has been claimed.
  log_id      uuid
);
insert into event_log default values;

insert into followers (name, position) select 'projector', position from projection_checkpoints;
insert into followers (name, position)
  select 'reservations/' || rtrim(prefix, '-'), position from reservation_checkpoints;
insert into parked_streams (follower, stream, revision, position, reason, problem, since)
  select 'projector', 'order-' || order_id, revision, position, 'failed', error, since from projection_failures;
-- squawk-ignore ban-drop-table
drop table projection_checkpoints, projection_failures, reservation_checkpoints;
