-- What a listing says of itself changes: another name, a code it did not have, a code that now stands for another item. Such listings are
-- decided again, and a few of them without reading everything that is known. Several codes and the container tell items apart.

ALTER TABLE listings ADD COLUMN other_gtins text
        CONSTRAINT listings_other_gtins_form CHECK (length(other_gtins) % 15 = 14 AND ltrim(other_gtins, '0123456789 ') = ''),
    ADD COLUMN container text,
    -- New, or what it says of itself has changed since it was decided.
    ADD COLUMN awaits_matching boolean NOT NULL DEFAULT false;
ALTER TABLE listings ALTER COLUMN awaits_matching SET DEFAULT true;
UPDATE listings SET awaits_matching = true WHERE product_id IS NULL;
CREATE INDEX listings_awaiting ON listings (company_id, listing_id) WHERE awaits_matching;
ALTER TABLE staged_rows ADD COLUMN other_gtins text, ADD COLUMN container text;
ALTER TABLE products ADD COLUMN container text;

-- How often it was decided which listing is which product. Whoever decides takes this row, so that one decides at a time, and whoever
-- remembers what was known at a version knows whether it still is.
CREATE TABLE identity_versions (
    company_id uuid PRIMARY KEY REFERENCES companies,
    version bigint NOT NULL
);
SELECT protect_private_table('identity_versions', reads_house => true);
