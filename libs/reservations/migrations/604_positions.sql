-- As in 307.
alter table reservation_checkpoints alter column position type text using position::text;
