-- The clocks that run for orders, a row for each: what falls due when. Derived like all tables of the projector.
create table deadlines (
  order_id text collate "C" not null,
  timer    text not null,
  -- Of what in the order it is the clock; empty where there can be only one.
  subject  text not null,
  due_at   timestamptz(3) not null,
  primary key (order_id, timer, subject)
) with (fillfactor = 80);
create index deadlines_by_time on deadlines (due_at);

-- Which worker's turn it is: a deadline that was taken is not taken again for a while. Losing a row costs one
-- attempt that finds nothing due, so nothing here has to survive a crash.
create unlogged table deadline_claims (
  order_id text collate "C" not null,
  timer    text not null,
  subject  text not null,
  due_at   timestamptz(3) not null,
  until    timestamptz not null,
  primary key (order_id, timer, subject, due_at)
);
create index deadline_claims_by_time on deadline_claims (until);

-- Views from before know no deadlines: the projector reads the log again from its beginning.
truncate order_details, order_timeline, buyer_orders, seller_orders, seller_search, seller_counts,
  projection_checkpoints, projection_failures;
