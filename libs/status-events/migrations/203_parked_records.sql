alter table parked_records
  -- The order in which a group parked its records.
  -- squawk-ignore adding-field-with-default
  add parking_nr   bigint generated always as identity,
  -- When it was written to the dead-letter topic, where the status log has one.
  add published_at timestamptz,
  -- Given up by an operator: the group has passed its event over, and the record stays as the trace of that.
  add dropped_at   timestamptz,
  add dropped_by   text,
  add drop_reason  text,
  -- squawk-ignore constraint-missing-not-valid
  add check (num_nonnulls(dropped_at, dropped_by, drop_reason) in (0, 3));

create index on parked_records (consumer_group, parking_nr) where published_at is null;
