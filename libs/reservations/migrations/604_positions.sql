-- As in 307.
-- squawk-ignore changing-column-type
alter table reservation_checkpoints alter column position type text using position::text;
