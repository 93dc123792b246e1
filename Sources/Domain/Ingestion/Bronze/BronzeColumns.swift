/// The columns of bronze files.
enum BronzeColumns {
    /// Of the lines they are made from, as DuckDB wants them named.
    static let json = """
        {record: 'BIGINT', page: 'BIGINT', is_spare: 'BOOLEAN', fetched_at: 'TIMESTAMPTZ', method: 'VARCHAR', url: 'VARCHAR',
        question_hash: 'VARCHAR', status: 'INTEGER', fields: 'VARCHAR', body_hash: 'VARCHAR', body_bytes: 'BIGINT',
        packed_bytes: 'BIGINT', milliseconds: 'BIGINT', body_run: 'VARCHAR', body: 'VARCHAR'}
        """

    /// Hashes and bodies are bytes in the files.
    static let read = """
        record, page, is_spare, fetched_at, method, url, from_base64(question_hash) AS question_hash, status, fields,
        from_base64(body_hash) AS body_hash, body_bytes, packed_bytes, milliseconds, body_run, from_base64(body) AS body
        """
}
