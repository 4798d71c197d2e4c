-- Views from before do not say how long a case of the order may take: the projector reads the log again from its
-- beginning.
truncate order_details, order_timeline, buyer_orders, seller_orders, seller_search, seller_counts, deadlines,
  order_messages, seller_reviews, seller_ratings, projection_checkpoints, projection_failures;
-- Shape of the views: qWB2TWdCpHuW
