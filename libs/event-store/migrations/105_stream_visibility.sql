-- Which events of a stream readers see, as EventStoreDB decides it; in place of 102.
-- The highest bigint is the tombstone's revision; as `$tb` it says that the stream was deleted.

-- Revision of the newest event, -1 when there is none. The metadata of a tombstoned stream have ended with it.
create or replace function stream_head(name text) returns bigint language sql stable as $body$
  select case
    when starts_with(name, '$$')
      and exists (select from events where stream = substr(name, 3) and revision = 9223372036854775807)
    then 9223372036854775807
    else coalesce((select revision from events where stream = name order by revision desc limit 1), -1)
  end
$body$;

create type stream_limits as (truncate_before bigint, max_count bigint, max_age bigint);

-- A whole number of a stream's metadata, null where it is not said; fails where it is something else.
create function metadata_number(metadata json, name text) returns bigint language plpgsql immutable as $$
begin
  if json_typeof(metadata -> name) <> 'number' or metadata ->> name ~ '[.eE]' then
    raise invalid_parameter_value;
  end if;
  return metadata ->> name;
end
$$;

-- The stream whose metadata a stream keeps, or itself.
create function base_stream(name text) returns text language sql immutable as $body$
  select case when starts_with(name, '$$') then substr(name, 3) else name end
$body$;

-- Whether this may be the $acl of a stream: its fields are names of roles, one or several.
create function is_acl(acl json) returns boolean language sql immutable as $$
  select not exists (
    select from json_each(acl) as field
    where field.key not in ('$r', '$w', '$d', '$mr', '$mw')
      or json_typeof(field.value) not in ('string', 'array')
      or json_typeof(field.value) = 'array'
        and exists (select from json_array_elements(field.value) as role where json_typeof(role) <> 'string')
  )
$$;

-- What metadata limit, nothing where one of their fields is invalid: EventStoreDB then ignores them all.
create function limits_of(content_type text, data bytea) returns stream_limits language plpgsql immutable strict as $$
declare
  metadata json;
  truncate_before bigint;
  max_count bigint;
  max_age bigint;
begin
  if content_type <> 'application/json' then
    return null;
  end if;
  metadata := convert_from(data, 'UTF8');
  truncate_before := metadata_number(metadata, '$tb');
  max_count := metadata_number(metadata, '$maxCount');
  max_age := metadata_number(metadata, '$maxAge');
  perform metadata_number(metadata, '$cacheControl');
  if json_typeof(metadata) <> 'object' or json_typeof(metadata -> '$tmp') <> 'boolean'
    or not is_acl(metadata -> '$acl')
  then
    return null;
  end if;
  return row(
    case when truncate_before >= 0 then truncate_before end,
    case when max_count > 0 then max_count end,
    case when max_age > 0 then max_age end
  )::stream_limits;
exception when data_exception then
  return null;
end
$$;

-- Those of the stream now. Of metadata only the newest are kept, and they have none themselves.
create function limits_of_stream(name text) returns stream_limits language sql stable as $body$
  select case when starts_with(name, '$$') then row(null, 1, null)::stream_limits
    else (
      select limits_of(content_type, data) from events where stream = '$$' || name order by revision desc limit 1
    ) end
$body$;

-- First revision that readers see; behind the head when they see none.
create or replace function first_visible_revision(name text) returns bigint language plpgsql stable as $$
declare
  head constant bigint := stream_head(name);
  limits constant stream_limits := limits_of_stream(name);
begin
  return case
    when head = 9223372036854775807 then head
    else greatest(
      0,
      limits.truncate_before,
      head + 1 - limits.max_count,
      case when limits.max_age is not null then (
        select revision + 1 from events
        where stream = name and extract(epoch from now() - created) > limits.max_age
        order by revision desc limit 1
      ) end)
  end;
end
$$;

-- 'missing' (also when deleted), 'present' (even if no event is visible) or 'tombstoned'.
create or replace function stream_state(name text) returns text language sql stable as $$
  select case
    when head = 9223372036854775807 then 'tombstoned'
    when head < 0 or (limits_of_stream(name)).truncate_before = 9223372036854775807 then 'missing'
    else 'present'
  end
  from stream_head(name) as head
$$;
