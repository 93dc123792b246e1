import Foundation
import Postgres
import Testing

@Test func interpolation_binds_and_never_pastes() {
    let evil = "x'; DROP TABLE companies; --"
    let sql: SQL = "SELECT * FROM t WHERE a = \(evil) AND b = \(7)"
    #expect(sql.text == "SELECT * FROM t WHERE a = $1 AND b = $2")
    #expect(sql.bindings.map(\.type) == [.text, .int8])
    #expect(!sql.text.contains("DROP"))
}

@Test func fragments_are_renumbered() {
    let filter: SQL = "b = \(1) AND c = \(2)"
    let sql: SQL = "SELECT \(0) WHERE \(filter) OR d = \(3)"
    #expect(sql.text == "SELECT $1 WHERE b = $2 AND c = $3 OR d = $4")
    #expect(sql.bindings.count == 4)
}

@Test func joined_fragments_keep_their_bindings() {
    let sql = SQL.joined(["a = \(1)", "b = \(2)", "c"], separator: " AND ")
    #expect(sql.text == "a = $1 AND b = $2 AND c")
    #expect(sql.bindings.count == 2)
}

@Test func a_missing_value_binds_null_with_its_type() {
    let nothing: Int? = nil
    let sql: SQL = "SELECT \(nothing)"
    #expect(sql.bindings == [Binding(type: .int8, bytes: nil)])
}

@Test func data_exceptions_lose_the_offending_value() {
    let error = DatabaseError(
        state: .invalidText, message: "invalid input syntax for type uuid: \"secret-value\"")
    #expect(!error.description.contains("secret-value"))
    #expect(error.description.contains("invalid input syntax"))
}
