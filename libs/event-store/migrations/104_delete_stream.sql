-- Hides a stream's events from readers until it is appended to again, or ends it for good.
-- Expectations and answers are those of append_events; the revision is that of the stream's newest event.
create function delete_stream(name text, expected bigint, for_good boolean)
returns table (revision bigint, log_position bigint)
language plpgsql as $body$
declare
  tombstone constant bigint := 9223372036854775807;
  head bigint;
  settings jsonb;
  alive boolean;
  change bytea;
begin
  perform pg_advisory_xact_lock('events'::regclass::oid::bigint);
  head := stream_head(name);
  settings := coalesce(stream_settings(name), '{}');
  alive := head >= coalesce(setting_number(settings, '$tb'), 0);

  if head = tombstone
    or not (expected = -2 or expected = -1 and not alive or expected = -4 and alive or expected = head and alive)
  then
    return query select head, null::bigint;
  elsif for_good then
    return query
    insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
    select coalesce(max(position), 0) + 1, name, tombstone, gen_random_uuid(), '$streamDeleted',
      'application/octet-stream', '', '', clock_timestamp()
    from events
    returning head, position;
    perform pg_notify(events_channel(), '');
  else
    change := convert_to((settings || jsonb_build_object('$tb', head + 1))::text, 'UTF8');
    return query
    select head, a.log_position
    from append_events(
      array['$$' || name], array[-2], array[1], array[gen_random_uuid()], array['$metadata'],
      array['application/json'], array[length(change)], array[0], change) a;
  end if;
end
$body$;
