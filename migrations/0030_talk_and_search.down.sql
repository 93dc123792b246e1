-- Takes back 0030_talk_and_search.
DROP TABLE staged_series, series_points, staged_posts, posts;
