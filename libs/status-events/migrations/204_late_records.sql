-- As in 201; a record without a log position is published late, behind what is there, and says nothing of where to go on.
create or replace function publish_status(keys text[], header_sets jsonb[], vals text[], log_positions bigint[])
returns void language plpgsql as $$
begin
  -- Held until the commit is visible: offsets are dense, and nobody reads past one that becomes visible only later.
  perform pg_advisory_xact_lock(status_lock('publish'));

  with known as materialized (
    select coalesce(max(log_position), -1) as up_to, count(*) as partitions from status_partitions
  ), news as materialized (
    select r.*, get_byte(sha256(convert_to(key, 'UTF8')), 0) % partitions as partition_nr
    from known, unnest(keys, header_sets, vals, log_positions) with ordinality as r (key, headers, value, log_position, nr)
    where log_position is null or log_position > up_to
  ), moved as (
    update status_partitions p set next_offset = next_offset + added, log_position = coalesce(newest, p.log_position)
    from (
      select partition_nr, count(*) as added, max(log_position) as newest from news group by partition_nr
    ) summary
    where p.partition_nr = summary.partition_nr
    returning p.partition_nr, next_offset - added as first
  )
  insert into status_records
  select partition_nr, first - 1 + row_number() over (partition by partition_nr order by nr),
    key, headers, value
  from news join moved using (partition_nr);

  perform pg_notify(status_channel(), '');
end
$$;
