-- Which events of a stream readers see, by the rules of EventStoreDB:
-- https://developers.eventstore.com/server/v23.10/streams.html#metadata-and-reserved-names

-- Revision of the newest event, -1 when there is none. The highest bigint is a tombstone: the stream has ended for good.
create function stream_head(name text) returns bigint language sql stable as $$
  select coalesce((select revision from events where stream = name order by revision desc limit 1), -1)
$$;

-- The stream's settings ($tb, $maxCount, $maxAge): the newest event of the stream `$$<name>`.
create function stream_settings(name text) returns jsonb language sql stable as $body$
  select event_json(data) from events where stream = '$$' || name order by revision desc limit 1
$body$;

-- A setting that is a number; no revision gets as far as its upper bound.
create function setting_number(settings jsonb, name text) returns bigint language sql immutable as $$
  select case when jsonb_typeof(settings -> name) = 'number'
    then least((settings ->> name)::numeric, 4611686018427387904)::bigint end
$$;

-- First revision that readers see; behind the head when they see none.
create function first_visible_revision(name text) returns bigint language plpgsql stable as $$
declare
  head constant bigint := stream_head(name);
  settings constant jsonb := stream_settings(name);
  max_age constant bigint := setting_number(settings, '$maxAge');
begin
  return case
    when head = 9223372036854775807 then head
    when settings is null then 0
    else greatest(
      0,
      setting_number(settings, '$tb'),
      head + 1 - setting_number(settings, '$maxCount'),
      case when max_age is not null then coalesce(
        (select min(revision) from events where stream = name and extract(epoch from now() - created) < max_age),
        head + 1) end)
  end;
end
$$;

-- 'missing' (also when deleted), 'present' or 'tombstoned'.
create function stream_state(name text) returns text language sql stable as $$
  select case
    when head = 9223372036854775807 then 'tombstoned'
    when head >= coalesce(setting_number(stream_settings(name), '$tb'), 0) then 'present'
    else 'missing'
  end
  from stream_head(name) as head
$$;
