-- Hides a stream's events from readers until it is appended to again, or ends it for good, as EventStoreDB does it; in
-- place of 104. Expectations and answers are those of append_events; the revision is that of the stream's newest event.
create or replace function delete_stream(name text, expected bigint, for_good boolean)
returns table (revision bigint, log_position bigint)
language plpgsql as $body$
declare
  tombstone constant bigint := 9223372036854775807;
  head bigint;
  deleted boolean;
  metadata_head bigint;
begin
  perform pg_advisory_xact_lock('events'::regclass::oid::bigint);
  head := stream_head(name);
  deleted := coalesce((limits_of_stream(name)).truncate_before = tombstone, false);
  metadata_head := stream_head('$$' || name);

  if head = tombstone or expected = -4 and deleted or metadata_head = tombstone and not for_good then
    return query select tombstone, null::bigint;
  elsif not (
      expected = -2 or expected = head or expected = -1 and deleted
      or expected = -4 and (head >= 0 or metadata_head >= 0))
    or not for_good and head < 0 and metadata_head < 0
  then
    return query select head, null::bigint;
  else
    return query
    insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
    select
      greatest((select position from events order by position desc limit 1), last_position, 0) + 1,
      case when for_good then name else '$$' || name end,
      case when for_good then tombstone else metadata_head + 1 end,
      gen_random_uuid(),
      case when for_good then '$streamDeleted' else '$metadata' end,
      case when for_good then 'application/octet-stream' else 'application/json' end,
      case when for_good then '' else convert_to('{"$tb":9223372036854775807}', 'UTF8') end,
      '', clock_timestamp()
    from empty_appends
    returning head, position;
    perform pg_notify(events_channel(), '');
  end if;
end
$body$;

-- Until now `$tb` right behind the last event deleted a stream. Those that are deleted so stay deleted.
do $body$
declare
  stream_name text;
begin
  for stream_name in
    select distinct substr(stream, 3) from events where stream > '$$' and stream < '$%'
  loop
    if stream_head(stream_name) between 0 and (limits_of_stream(stream_name)).truncate_before - 1 then
      perform delete_stream(stream_name, -2, false);
    end if;
  end loop;
end
$body$;
