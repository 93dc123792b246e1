-- What media and searches gave to scores is kept by their receipts.
ALTER TABLE trend_scores_history DROP COLUMN media, DROP COLUMN search;
ALTER TABLE trend_scores DROP COLUMN media, DROP COLUMN search;
