-- Views from before count no messages and know not since when a change is open: the projector reads the log again
-- from its beginning.
truncate order_details, order_timeline, buyer_orders, seller_orders, seller_search, seller_counts, deadlines,
  order_messages, seller_reviews, seller_ratings, projection_checkpoints, projection_failures;
-- Shape of the views: aWnP8iK_sXcO
