-- The topic `orders.status.v1` on PostgreSQL. It has as many partitions as this table has rows, for its whole life:
-- with another number, the records of one order would lie in two partitions.
create table status_partitions (
  partition_nr integer primary key,
  next_offset  bigint not null default 0,
  -- Position in the event log of its newest record.
  log_position bigint
);
insert into status_partitions (partition_nr) select generate_series(0, 7);

create table status_records (
  partition_nr  integer not null,
  record_offset bigint not null,
  key           text not null,
  headers       jsonb not null,
  value         text not null,
  primary key (partition_nr, record_offset)
);

-- Where each consumer group goes on.
create table status_offsets (
  consumer_group text not null,
  partition_nr   integer not null references status_partitions,
  next_offset    bigint not null default 0,
  primary key (consumer_group, partition_nr)
);

-- Keys of advisory locks, and the channel that wakes consumers: each schema has its own.
create function status_lock(what text) returns bigint language sql stable as $$
  select hashtextextended(what, 'status_records'::regclass::oid::bigint)
$$;
create function status_channel() returns text language sql stable as $$
  select 'status_' || 'status_records'::regclass::oid
$$;

-- Writes records behind what is there; those up to the newest log position in the topic are there already.
create function publish_status(keys text[], header_sets jsonb[], vals text[], log_positions bigint[])
returns void language plpgsql as $$
begin
  -- Held until the commit is visible: offsets are dense, and nobody reads past one that becomes visible only later.
  perform pg_advisory_xact_lock(status_lock('publish'));

  with known as materialized (
    select coalesce(max(log_position), -1) as up_to, count(*) as partitions from status_partitions
  ), news as materialized (
    select r.*, get_byte(sha256(convert_to(key, 'UTF8')), 0) % partitions as partition_nr
    from known, unnest(keys, header_sets, vals, log_positions) with ordinality as r (key, headers, value, log_position, nr)
    where log_position > up_to
  ), moved as (
    update status_partitions p set next_offset = next_offset + added, log_position = newest
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
