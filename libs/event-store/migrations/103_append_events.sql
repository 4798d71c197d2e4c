-- Position of the last of these events, if they stand in the stream one behind the other from revision `first` on.
create function position_of_events(in_stream text, first bigint, those uuid[]) returns bigint language sql stable as $$
  select max(position)
  from unnest(those) with ordinality as wanted (id, nr)
  join events e on e.stream = in_stream and e.revision = first + (nr - 1) and e.id = wanted.id
  having count(*) = cardinality(those)
$$;

-- Writes a batch of appends. The first two arrays have one entry per append (a stream at most once in a batch), the
-- others one per event: `owners` is the place of the event's append, `bytes` is data and metadata of all of them.
-- An expectation is a revision, or -1 no stream, -2 any, -4 stream exists.
-- Answers for every append the last revision and position that it wrote, now or before with the same ids; or no
-- position and the stream's head, when the expectation was wrong.
create function append_events(
  streams text[], expectations bigint[],
  owners integer[], ids uuid[], types text[], content_types text[], data_sizes integer[], metadata_sizes integer[],
  bytes bytea
) returns table (place bigint, revision bigint, log_position bigint)
language plpgsql as $$
#variable_conflict use_column
declare
  tombstone constant bigint := 9223372036854775807;
  last_position bigint;
begin
  -- Held until the commit is visible, so that nobody reads past a position that becomes visible only later.
  perform pg_advisory_xact_lock('events'::regclass::oid::bigint);
  select coalesce(max(position), 0) into last_position from events;

  return query
  with appends as materialized (
    select a.place, a.stream, expected, coalesce(newest.revision, -1) as head
    from unnest(streams, expectations) with ordinality as a (stream, expected, place)
    left join lateral (
      select revision from events e where e.stream = a.stream order by revision desc limit 1
    ) newest on true
  ), unexpected as materialized (
    select a.*, truncated_before, first + (cardinality(own.ids) - 1) as revision,
      position_of_events(stream, first, own.ids) as position
    from appends a
    cross join lateral (select setting_number(stream_settings(stream), '$tb') as truncated_before) settings
    cross join lateral (
      select array_agg(e.id order by nr) as ids
      from unnest(owners, ids) with ordinality as e (owner, id, nr)
      where e.owner = a.place
    ) own
    cross join lateral (
      select case
        when expected >= 0 then expected + 1
        when expected = -1 then coalesce(truncated_before, 0)
        else head - (cardinality(own.ids) - 1)
      end as first
    ) written_before
    where expected <> head
  ), accepted as materialized (
    select place, stream, head from appends where expected = head
    union all
    select place, stream, head from unexpected
    where position is null and head < tombstone
      and (expected = -2 or expected = -4 and head >= 0 or expected = -1 and truncated_before > head)
  ), incoming as (
    select *, sum(data_size + metadata_size) over (order by nr)::integer as ends,
      row_number() over (partition by owner order by nr) as step
    from unnest(owners, ids, types, content_types, data_sizes, metadata_sizes)
      with ordinality as e (owner, id, type, content_type, data_size, metadata_size, nr)
  ), written as (
    insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
    select last_position + row_number() over (order by nr), stream, head + step, id, type, content_type,
      substring(bytes from ends - metadata_size - data_size + 1 for data_size),
      substring(bytes from ends - metadata_size + 1 for metadata_size),
      clock_timestamp()
    from incoming join accepted on owner = place
    returning stream, revision, position
  ), last_written as (
    select stream, max(revision) as revision, max(position) as position from written group by stream
  )
  select a.place,
    coalesce(l.revision, case when u.position is null then a.head else u.revision end),
    coalesce(l.position, u.position)
  from appends a
  left join last_written l using (stream)
  left join unexpected u on u.place = a.place;

  perform pg_notify(events_channel(), '');
end
$$;
