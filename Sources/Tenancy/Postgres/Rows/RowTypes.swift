/// A row of one column.
package struct Single<Value: PostgresDecodable>: RowDecodable {
    package let value: Value
    package init(row: inout RowReader) throws { value = try row.next() }
}

/// A row of one column that may be NULL.
package struct SingleOptional<Value: PostgresDecodable>: RowDecodable {
    package let value: Value?
    package init(row: inout RowReader) throws { value = try row.nextOptional() }
}

/// A row of two columns.
package struct Pair<First: PostgresDecodable, Second: PostgresDecodable>: RowDecodable {
    package let first: First
    package let second: Second
    package init(row: inout RowReader) throws {
        first = try row.next()
        second = try row.next()
    }
}

/// The rows of a statement nobody reads.
package struct Ignored: RowDecodable {
    package init(row: inout RowReader) throws {}
}
