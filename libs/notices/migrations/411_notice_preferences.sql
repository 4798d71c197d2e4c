-- What people want to be told, in which language, and where.
create table notice_preferences (
  recipient_role text not null,
  recipient_id   text not null,
  -- Grows with each change, so that two that meet do not overwrite each other.
  version        integer not null default 1,
  language       text not null,
  -- Personal data; kept here alone.
  email_address  text,
  inbox          boolean not null,
  email          boolean not null,
  -- Kinds of notices for which something else holds: [{kind, inbox, email}].
  kinds          jsonb not null,
  changed_at     timestamptz not null default now(),
  changed_by     text not null,
  primary key (recipient_role, recipient_id)
);
