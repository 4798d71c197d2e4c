-- An append without events takes a position as well, which no event will have.
create table empty_appends (last_position bigint not null);
insert into empty_appends values (0);

-- Where each of these events stands in the stream first, as far as it is among the newest thousand and some.
create function recent_revisions(in_stream text, those uuid[]) returns bigint[] language sql stable as $$
  select array_agg(known.revision order by nr)
  from unnest(those) with ordinality as wanted (id, nr)
  left join (
    select id, min(revision) as revision
    from (
      select id, revision from events where stream = in_stream
      order by revision desc limit 1000 + cardinality(those)
    ) recent
    group by id
  ) known using (id)
$$;

-- A stream's metadata that hide what stands before a revision and say else what they said; null where they are no
-- object. Who appends to a deleted stream, or to its metadata, starts it again so.
create function metadata_from(data bytea, revision bigint) returns bytea language plpgsql immutable as $$
declare
  metadata constant jsonb := event_json(data);
begin
  return case when jsonb_typeof(metadata) = 'object'
    then convert_to((metadata || jsonb_build_object('$tb', revision))::text, 'UTF8') end;
end
$$;

-- The highest position that was given to an append.
create function log_end() returns bigint language sql stable as $$
  select greatest((select position from events order by position desc limit 1), last_position) from empty_appends
$$;

-- Those appends of a batch (see append_events) that are not done yet, whatever they expect and come upon: done are the
-- first ones of streams whose newest event lies behind the position `since`.
create function append_others(
  streams text[], expectations bigint[], rounds integer[],
  owners integer[], ids uuid[], types text[], content_types text[], data_sizes integer[], metadata_sizes integer[],
  bytes bytea, since bigint
) returns table (place bigint, revision bigint, log_position bigint, readable boolean)
language plpgsql as $body$
#variable_conflict use_column
declare
  tombstone constant bigint := 9223372036854775807;
  last_position bigint;
begin
  for this_round in 1 .. (select max(round) from unnest(rounds) as round) loop
    last_position := log_end();

    return query
    with appends as materialized (
      select a.place, a.stream, a.expected, a.base,
        -- As stream_head, a call of which costs more than all the rest of an append.
        case
          when a.stream <> a.base
            and exists (select from events e where e.stream = a.base and e.revision = tombstone)
          then tombstone
          else coalesce(newest.revision, -1)
        end as head,
        metadata.data as metadata, coalesce(metadata.revision, -1) as metadata_head,
        metadata.data is not null and not starts_with(a.base, '$$')
          and coalesce((limits_of(metadata.content_type, metadata.data)).truncate_before = tombstone, false) as deleted
      from (
        select place, stream, expected, base_stream(stream) as base
        from unnest(streams, expectations, rounds) with ordinality as a (stream, expected, round, place)
        where round = this_round and (round > 1 or coalesce((
          select position from events e where e.stream = a.stream order by revision desc limit 1
        ), 0) <= since)
      ) a
      left join lateral (
        select revision from events e where e.stream = a.stream order by revision desc limit 1
      ) newest on true
      left join lateral (
        select content_type, data, revision from events e
        where e.stream = '$$' || a.base order by revision desc limit 1
      ) metadata on true
    ), unexpected as materialized (
      select a.*, own.count, own.ids,
        case when expected < 0 and expected <> -1 then recent_revisions(stream, own.ids) end as known,
        case when expected >= -1 then position_of_events(stream, expected + 1, own.ids) end as position
      from appends a
      left join (
        select owner, array_agg(id order by nr) as ids
        from unnest(owners, ids) with ordinality as e (owner, id, nr)
        group by owner
      ) o on o.owner = a.place
      cross join lateral (select coalesce(o.ids, '{}') as ids, cardinality(coalesce(o.ids, '{}')) as count) own
      where expected <> head
    ), repeated as materialized (
      select place, stream, revision, coalesce(u.position, e.position) as position
      from unexpected u
      cross join lateral (
        select case when expected >= -1 then expected + count else known[count] end as revision
      ) written
      join events e using (stream, revision)
      where head < tombstone and count > 0 and not (expected = -4 and deleted and stream = base)
        and (u.position is not null or array_position(known, null) is null and expected < -1)
    ), accepted as materialized (
      select place, stream, base, head, metadata, metadata_head, deleted from appends where expected = head
      union all
      select place, stream, base, head, metadata, metadata_head, deleted
      from unexpected u
      where head < tombstone and (
        expected = -2 and known[1] is null
        or expected = -5 and array_remove(known, null) = '{}'
        or expected = -4 and known[1] is null and (head >= 0 or metadata is not null)
          and (stream <> base or not deleted)
        or expected = -1 and deleted and stream = base and count > 0
          and not exists (select from events e where e.stream = u.stream and e.revision = 0 and e.id = u.ids[1])
      )
    ), incoming as (
      select *, sum(data_size + metadata_size) over (order by nr)::integer as ends,
        row_number() over (partition by owner order by nr) as step
      from unnest(owners, ids, types, content_types, data_sizes, metadata_sizes)
        with ordinality as e (owner, id, type, content_type, data_size, metadata_size, nr)
    ), slots as materialized (
      select *, last_position + row_number() over (order by place, nr) as position
      from accepted left join incoming on owner = place
    ), written as (
      insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
      select position, stream, head + step, id, type, content_type,
        substring(bytes from ends - metadata_size - data_size + 1 for data_size),
        substring(bytes from ends - metadata_size + 1 for metadata_size),
        clock_timestamp()
      from slots where id is not null
    ), last_slots as materialized (
      select distinct on (place) * from slots order by place, nr desc
    ), skipped as (
      update empty_appends set last_position = taken.position
      from (select max(position) as position from slots having bool_or(id is null)) taken
    ), started_again as (
      insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
      select (select max(position) from slots) + row_number() over (order by place), '$$' || base,
        case when stream = base then metadata_head else head + coalesce(step, 0) end + 1,
        gen_random_uuid(), '$metadata', 'application/json', again.data, '', clock_timestamp()
      from last_slots
      cross join lateral (
        select case
          when stream = base then metadata_from(metadata, head + 1)
          when id is null then metadata_from(metadata, stream_head(base) + 1)
          else metadata_from(
            substring(bytes from ends - metadata_size - data_size + 1 for data_size), stream_head(base) + 1)
        end as data
      ) again
      where deleted and again.data is not null
    )
    select a.place,
      case
        when l.place is not null then greatest(head + coalesce(step, 0), 0)
        when r.place is not null then r.revision
        when expected = -4 and a.deleted and a.stream = a.base then tombstone
        else a.head
      end,
      coalesce(l.position, r.position),
      l.place is not null or r.revision >= first_visible_revision(a.stream)
    from appends a
    left join (select place, position, step from last_slots) l using (place)
    left join repeated r using (place);
  end loop;
end
$body$;

-- Writes a batch of appends. The first three arrays have one entry per append, the others one per event: `owners` is the
-- place of the event's append, `bytes` is data and metadata of all of them. Those of one round must be of streams that
-- have nothing to do with each other, not as stream and metadata either; each round sees what those before it wrote.
-- An expectation is a revision, or -1 no stream, -2 any, -4 stream exists, -5 any with none of these events in it yet.
-- Answers for every append the last revision and position that it wrote, now or before with the same ids, and whether
-- the event there can be read; or no position and the stream's head, when the expectation was wrong. The head is the
-- tombstone's revision also where a deleted stream was expected to exist.
drop function append_events(text[], bigint[], integer[], uuid[], text[], text[], integer[], integer[], bytea);
create function append_events(
  streams text[], expectations bigint[], rounds integer[],
  owners integer[], ids uuid[], types text[], content_types text[], data_sizes integer[], metadata_sizes integer[],
  bytes bytea
) returns table (place bigint, revision bigint, log_position bigint, readable boolean)
language plpgsql as $body$
#variable_conflict use_column
declare
  last_position bigint;
  any_metadata boolean;
  done bigint;
begin
  -- Held until the commit is visible, so that nobody reads past a position that becomes visible only later.
  perform pg_advisory_xact_lock('events'::regclass::oid::bigint);
  last_position := log_end();
  any_metadata := exists (select from events where stream > '$$' and stream < '$%' order by stream limit 1);

  -- Nearly all are as plain as this: events behind the revision that the stream has, and no metadata to look at.
  return query
  with plain as materialized (
    select a.place, a.stream, expected
    from unnest(streams, expectations, rounds) with ordinality as a (stream, expected, round, place)
    left join lateral (
      select revision from events e where e.stream = a.stream order by revision desc limit 1
    ) newest on true
    -- As a case, because PostgreSQL would take the conditions for rare and join by going through all pairs; in order,
    -- because it would search an empty table from end to end, and go on to when it is large.
    where case when round = 1 and expected = coalesce(newest.revision, -1) and not starts_with(a.stream, '$$')
      then not any_metadata
        or (select revision from events e where e.stream = '$$' || a.stream order by revision desc limit 1) is null end
  ), incoming as (
    select *, sum(data_size + metadata_size) over (order by nr)::integer as ends,
      row_number() over (partition by owner order by nr) as step
    from unnest(owners, ids, types, content_types, data_sizes, metadata_sizes)
      with ordinality as e (owner, id, type, content_type, data_size, metadata_size, nr)
  ), written as (
    insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
    select last_position + row_number() over (order by nr), stream, expected + step, id, type, content_type,
      substring(bytes from ends - metadata_size - data_size + 1 for data_size),
      substring(bytes from ends - metadata_size + 1 for metadata_size),
      clock_timestamp()
    from incoming join plain on owner = place
    returning stream, revision, position
  )
  select place, max(w.revision), max(position), true from plain join written w using (stream) group by place;

  get diagnostics done = row_count;
  if done < cardinality(streams) then
    return query select * from append_others(
      streams, expectations, rounds, owners, ids, types, content_types, data_sizes, metadata_sizes, bytes,
      last_position);
  end if;
  perform pg_notify(events_channel(), '');
end
$body$;
