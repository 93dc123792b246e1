-- Takes back 0034_rematching. Why: a listing is decided once; further codes and containers that lists stated are gone until they are
-- imported again.
DROP TABLE identity_versions;
ALTER TABLE products DROP COLUMN container;
ALTER TABLE staged_rows DROP COLUMN other_gtins, DROP COLUMN container;
ALTER TABLE listings DROP COLUMN other_gtins, DROP COLUMN container, DROP COLUMN awaits_matching;
