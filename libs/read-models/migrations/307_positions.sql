-- A place in the log is a number in PostgreSQL and may have two in EventStoreDB: `1024`, or `1024/0`.
-- squawk-ignore changing-column-type
alter table projection_checkpoints alter column position type text using position::text;
-- squawk-ignore changing-column-type
alter table projection_failures alter column position type text using position::text;
