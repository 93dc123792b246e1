/// A statement with the type of its rows and the place in the code that asks, so that several can travel in one
/// pipeline and an error names its author.
package struct Query<Row: RowDecodable>: Sendable {
    package let sql: SQL
    package let site: CallSite

    package init(_ sql: SQL, as row: Row.Type = Row.self, file: StaticString = #fileID, line: UInt = #line) {
        self.sql = sql
        site = CallSite(file: "\(file)", line: line)
    }
}

/// Where in the code a statement was written.
package struct CallSite: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    package let line: UInt

    package init(file: String, line: UInt) {
        self.file = file
        self.line = line
    }

    package var description: String { "\(file):\(line)" }
}
