-- Which orders ever had a refund that was handed to a person; there are few.
create index order_timeline_handed_over on order_timeline (order_id) where type = 'RefundHandedOver';
