-- Takes back 0037_mentions.
DROP TABLE search_links, mention_states, mention_reads, media_mentions;
