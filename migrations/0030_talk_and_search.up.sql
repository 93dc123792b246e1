-- What people say in public, and what they search for: records of sources that are neither goods nor articles.

-- What people said, without who said it.
CREATE TABLE posts (
    company_id uuid NOT NULL,
    post_id uuid NOT NULL,
    source_id uuid NOT NULL,
    external_id text NOT NULL CONSTRAINT posts_external_id_length CHECK (length(external_id) BETWEEN 1 AND 2000),
    url text NOT NULL,
    -- The part of the source it stands in; empty for a source that is one.
    channel text NOT NULL,
    title text,
    -- Its beginning.
    body text,
    -- What it points to.
    link text,
    published_at timestamptz NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    -- As they were when it was read last.
    score bigint,
    comments bigint,
    shares bigint,
    views bigint,
    first_seen_at timestamptz NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    PRIMARY KEY (company_id, post_id),
    CONSTRAINT posts_external_id UNIQUE (company_id, source_id, external_id),
    FOREIGN KEY (company_id, source_id) REFERENCES sources
);
CREATE INDEX posts_newest ON posts (company_id, source_id, published_at DESC, post_id);
SELECT protect_private_table('posts', reads_house => true);

-- Posts read and not published yet.
CREATE TABLE staged_posts (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    external_id text NOT NULL,
    url text NOT NULL,
    channel text NOT NULL,
    title text,
    body text,
    link text,
    published_at timestamptz NOT NULL,
    tags text NOT NULL,
    score bigint,
    comments bigint,
    shares bigint,
    views bigint,
    PRIMARY KEY (company_id, run_id, line)
);
SELECT protect_private_table('staged_posts');

-- What a source counted over a stretch of time.
CREATE TABLE series_points (
    company_id uuid NOT NULL,
    source_id uuid NOT NULL,
    measure text NOT NULL CONSTRAINT series_points_measure_known CHECK (measure IN ('search_interest')),
    -- A country, or a part of one; empty for the whole world.
    market text NOT NULL,
    subject text NOT NULL,
    -- Values of two scales say nothing about each other.
    scale text NOT NULL CONSTRAINT series_points_scale_length CHECK (length(scale) BETWEEN 1 AND 1000),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CONSTRAINT series_points_ends_later CHECK (ends_at > starts_at),
    value numeric NOT NULL,
    -- The stretch is not over.
    is_partial boolean NOT NULL,
    first_seen_at timestamptz NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    CONSTRAINT series_points_pkey
        PRIMARY KEY (company_id, source_id, measure, market, subject, scale, starts_at, ends_at),
    FOREIGN KEY (company_id, source_id) REFERENCES sources
);
CREATE INDEX series_points_newest ON series_points (company_id, source_id, starts_at DESC, subject, scale);
SELECT protect_private_table('series_points', reads_house => true);

-- Points read and not published yet.
CREATE TABLE staged_series (
    company_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line bigint NOT NULL,
    measure text NOT NULL,
    market text NOT NULL,
    subject text NOT NULL,
    scale text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    value numeric NOT NULL,
    is_partial boolean NOT NULL,
    PRIMARY KEY (company_id, run_id, line)
);
SELECT protect_private_table('staged_series');
