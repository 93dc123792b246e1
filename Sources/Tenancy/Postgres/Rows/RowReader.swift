import CLibpq

/// Reads one row's columns from left to right, straight from libpq's memory. Valid only inside `RowDecodable.init`.
@usableFromInline package struct RowReader {
    private let result: OpaquePointer
    private let row: Int32
    private let columns: Int32
    private var column: Int32 = 0

    init(result: OpaquePointer, row: Int32, columns: Int32) {
        self.result = result
        self.row = row
        self.columns = columns
    }

    /// The next column, which must not be NULL. Inlinable, so that reading a column costs no generic call.
    @inlinable
    package mutating func next<Value: PostgresDecodable>(_ type: Value.Type = Value.self) throws(RowProblem) -> Value {
        guard let bytes = try cell(type) else { throw problem("is null") }
        guard let value = Value.decode(bytes) else { throw problem("cannot be read as \(Value.self)") }
        return value
    }

    /// The next column, `nil` for NULL.
    @inlinable
    package mutating func nextOptional<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self
    ) throws(RowProblem) -> Value? {
        guard let bytes = try cell(type) else { return nil }
        guard let value = Value.decode(bytes) else { throw problem("cannot be read as \(Value.self)") }
        return value
    }

    /// The bytes of the next column if it is of a type that `Value` reads; `nil` for NULL.
    @inlinable
    mutating func cell<Value: PostgresDecodable>(_ type: Value.Type) throws(RowProblem) -> UnsafeRawBufferPointer? {
        let oid = try advance()
        guard Value.accepts(oid) else { throw problem("has type \(oid.rawValue), not one of \(Value.self)") }
        return bytes()
    }

    /// Steps to the next column and answers its type.
    @usableFromInline
    mutating func advance() throws(RowProblem) -> TypeOID {
        guard column < columns else { throw RowProblem(column: "\(column + 1)", reason: "is not in the result") }
        column += 1
        return TypeOID(rawValue: PQftype(result, column - 1))
    }

    /// The bytes of the column stepped to, `nil` for NULL.
    @usableFromInline
    func bytes() -> UnsafeRawBufferPointer? {
        guard PQgetisnull(result, row, column - 1) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column - 1), count: Int(PQgetlength(result, row, column - 1)))
    }

    @usableFromInline
    func problem(_ reason: String) -> RowProblem { RowProblem(column: name(column - 1), reason: reason) }

    private func name(_ column: Int32) -> String {
        PQfname(result, column).map { String(cString: $0) } ?? "\(column + 1)"
    }
}

/// A column that is not what the code expected. Says which and why, never the value.
@usableFromInline package struct RowProblem: Error, Sendable, CustomStringConvertible {
    package let column: String
    package let reason: String

    package init(column: String, reason: String) {
        self.column = column
        self.reason = reason
    }

    @usableFromInline package var description: String { "column \(column) \(reason)" }
}
