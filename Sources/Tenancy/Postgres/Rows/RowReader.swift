import CLibpq

/// Reads one row's columns from left to right, straight from libpq's memory. Valid only inside `RowDecodable.init`.
package struct RowReader {
    private let result: OpaquePointer
    private let row: Int32
    private let columns: Int32
    private var column: Int32 = 0

    init(result: OpaquePointer, row: Int32, columns: Int32) {
        self.result = result
        self.row = row
        self.columns = columns
    }

    /// The next column, which must not be NULL.
    package mutating func next<Value: PostgresDecodable>(_ type: Value.Type = Value.self) throws(RowProblem) -> Value {
        guard let value = try nextOptional(type) else { throw RowProblem(column: name(column - 1), reason: "is null") }
        return value
    }

    /// The next column, `nil` for NULL.
    package mutating func nextOptional<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self
    ) throws(RowProblem) -> Value? {
        guard column < columns else { throw RowProblem(column: "\(column + 1)", reason: "is not in the result") }
        defer { column += 1 }
        let oid = TypeOID(rawValue: PQftype(result, column))
        guard Value.accepts(oid) else {
            throw RowProblem(column: name(column), reason: "has type \(oid.rawValue), not one of \(Value.self)")
        }
        guard PQgetisnull(result, row, column) == 0 else { return nil }
        let length = Int(PQgetlength(result, row, column))
        let start = PQgetvalue(result, row, column)
        let bytes = UnsafeRawBufferPointer(start: start, count: length)
        guard let value = Value.decode(bytes) else {
            throw RowProblem(column: name(column), reason: "cannot be read as \(Value.self)")
        }
        return value
    }

    private func name(_ column: Int32) -> String {
        PQfname(result, column).map { String(cString: $0) } ?? "\(column + 1)"
    }
}

/// A column that is not what the code expected. Says which and why, never the value.
package struct RowProblem: Error, Sendable, CustomStringConvertible {
    package let column: String
    package let reason: String

    package init(column: String, reason: String) {
        self.column = column
        self.reason = reason
    }

    package var description: String { "column \(column) \(reason)" }
}
