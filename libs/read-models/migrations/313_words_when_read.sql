-- Words are written when they are read, in the reader's language: rows keep facts. The columns go with the next release,
-- when no rows of the version before are written any more.
alter table order_timeline alter column buyer_label drop not null, alter column seller_label drop not null;
alter table buyer_orders alter column label drop not null;
alter table seller_orders alter column label drop not null;
