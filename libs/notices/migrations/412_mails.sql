-- Mails that were or are to be sent. They name their reader; the address is looked up when they are sent.
create table mails (
  id             bigint generated always as identity primary key,
  recipient_role text not null,
  recipient_id   text not null,
  order_id       text not null,
  -- Number of the status event within the order.
  sequence       bigint not null,
  kind           text not null,
  language       text not null,
  title          text not null,
  body           text not null,
  link           text not null,
  state          text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up', 'withdrawn')),
  attempts       integer not null default 0,
  -- When it is tried next; while it is being sent, when it is thought to be left over from a crash.
  due_at         timestamptz not null default now(),
  error          text,
  created_at     timestamptz not null default now(),
  ended_at       timestamptz,
  unique (order_id, sequence, recipient_role)
);
create index on mails (due_at) where state = 'waiting';
create index on mails (created_at) where state in ('waiting', 'given-up');
