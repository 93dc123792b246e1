-- Why: media and search are measured now. A list that shows what a score is made of, and a dashboard that says what moved
-- it, must not pass them over. NULL for what was scored before; the next scoring fills it.
ALTER TABLE trend_scores ADD COLUMN media double precision, ADD COLUMN search double precision;
ALTER TABLE trend_scores_history ADD COLUMN media double precision, ADD COLUMN search double precision;
