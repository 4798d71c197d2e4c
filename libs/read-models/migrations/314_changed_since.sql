-- Orders by when they last changed: of all, and of a seller.
create index buyer_orders_changed on buyer_orders (changed_at, order_id);
create index seller_orders_changed on seller_orders (seller_id, changed_at, order_id);
