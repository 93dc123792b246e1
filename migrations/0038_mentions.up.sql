-- Why: media and search are components of the score. What an article or a post says of a product is found once and kept with the record
-- it came from; what people search for speaks for products through the words they ask for.

-- A product in an article or a post. A company's rows are about its own products or its own reading; what the house read about the
-- house's products is the house's, for everybody.
CREATE TABLE media_mentions (
    company_id uuid NOT NULL REFERENCES companies,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT media_mentions_kind_known CHECK (kind IN ('article', 'post')),
    item_company_id uuid NOT NULL,
    item_id uuid NOT NULL,
    -- What it stands in, so that it goes when that goes.
    article_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'article' THEN item_id END) STORED,
    post_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'post' THEN item_id END) STORED,
    source_id uuid NOT NULL,
    -- UTC; the day it was first seen for what does not say.
    published_on date NOT NULL,
    -- The brand alone is there, and its products share it.
    is_brand_only boolean NOT NULL,
    prominence double precision NOT NULL
        CONSTRAINT media_mentions_prominence CHECK (prominence > 0 AND prominence <= 1),
    -- NULL where no word of judgement stands.
    sentiment double precision CONSTRAINT media_mentions_sentiment CHECK (sentiment BETWEEN -1 AND 1),
    snippet text NOT NULL CONSTRAINT media_mentions_snippet_length CHECK (length(snippet) BETWEEN 1 AND 300),
    -- The raw record of the article or post, of `item_company_id`.
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    found_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, product_id, product_company_id, kind, item_company_id, item_id),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE,
    FOREIGN KEY (item_company_id, article_id) REFERENCES articles ON DELETE CASCADE,
    FOREIGN KEY (item_company_id, post_id) REFERENCES posts ON DELETE CASCADE,
    CONSTRAINT media_mentions_owners CHECK (
        product_company_id IN (company_id, '00000000-0000-4000-8000-000000000001')
        AND item_company_id IN (company_id, '00000000-0000-4000-8000-000000000001'))
);
CREATE INDEX media_mentions_item ON media_mentions (company_id, item_company_id, item_id);
CREATE INDEX media_mentions_day ON media_mentions (company_id, published_on);
SELECT protect_private_table('media_mentions', reads_house => true);

-- What has been read, as it was: only what is new or says something else is read again.
CREATE TABLE mention_reads (
    company_id uuid NOT NULL REFERENCES companies,
    kind text NOT NULL CONSTRAINT mention_reads_kind_known CHECK (kind IN ('article', 'post')),
    item_company_id uuid NOT NULL,
    item_id uuid NOT NULL,
    digest bigint NOT NULL,
    published_on date NOT NULL,
    PRIMARY KEY (company_id, kind, item_company_id, item_id)
);
CREATE INDEX mention_reads_day ON mention_reads (company_id, published_on);
SELECT protect_private_table('mention_reads');

-- Which names were looked for; everything is read again when there are others.
CREATE TABLE mention_states (
    company_id uuid PRIMARY KEY REFERENCES companies,
    names_digest bigint NOT NULL,
    linked_at timestamptz NOT NULL
);
SELECT protect_private_table('mention_states');

-- Which words that are searched for speak for which product.
CREATE TABLE search_links (
    company_id uuid NOT NULL REFERENCES companies,
    product_company_id uuid NOT NULL,
    product_id uuid NOT NULL,
    source_company_id uuid NOT NULL,
    source_id uuid NOT NULL,
    market text NOT NULL,
    subject text NOT NULL,
    -- The words are those of the product, or of its brand alone.
    why text NOT NULL CONSTRAINT search_links_why_known CHECK (why IN ('product', 'brand')),
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, product_id, product_company_id, source_company_id, source_id, market, subject),
    FOREIGN KEY (product_company_id, product_id) REFERENCES products ON DELETE CASCADE,
    FOREIGN KEY (source_company_id, source_id) REFERENCES sources,
    CONSTRAINT search_links_owners CHECK (
        product_company_id IN (company_id, '00000000-0000-4000-8000-000000000001')
        AND source_company_id IN (company_id, '00000000-0000-4000-8000-000000000001'))
);
SELECT protect_private_table('search_links', reads_house => true);

-- What a score was made of besides prices and stock stays with it, since mentions follow products that are merged: on which days its
-- media were read, and what they and searches said of it. JSON, read by the scoring alone.
ALTER TABLE scorings ADD COLUMN media_days text NOT NULL DEFAULT '[]', ADD COLUMN reads_searches boolean NOT NULL DEFAULT false;
ALTER TABLE scorings ALTER media_days DROP DEFAULT, ALTER reads_searches DROP DEFAULT;
ALTER TABLE score_receipts ADD COLUMN media text;
