-- One act of somebody makes one notice and one mail; `sequence` is that of the act's last event.
alter table notices add column act text;
create index on notices (order_id, recipient_role, act);
alter table mails add column act text, add column happened_at timestamptz not null default now();
create index on mails (order_id, recipient_role, act);
-- By whose clock dates and times are written.
alter table notice_preferences add column time_zone text not null default 'Asia/Jakarta';
