-- Takes back 0037_mentions.
DROP TABLE search_links, mention_states, mention_reads, media_mentions;
ALTER TABLE score_receipts DROP COLUMN media;
ALTER TABLE scorings DROP COLUMN media_days, DROP COLUMN reads_searches;
