import CLibpq

/// A result owned on the connection's thread; cleared when released.
final class ResultSet {
    private let result: OpaquePointer
    let site: CallSite?

    init(_ result: OpaquePointer, site: CallSite?) {
        self.result = result
        self.site = site
    }

    deinit { PQclear(result) }

    /// Rows inserted, updated or deleted; rows read for SELECT.
    var affectedRows: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// Rows read, or touched by a statement that reads none.
    var rowCount: Int { PQnfields(result) > 0 ? Int(PQntuples(result)) : affectedRows }

    func rows<Row: RowDecodable>(as type: Row.Type) throws -> [Row] {
        let count = PQntuples(result)
        let columns = PQnfields(result)
        var rows: [Row] = []
        rows.reserveCapacity(Int(count))
        for index in 0..<count {
            var reader = RowReader(result: result, row: index, columns: columns)
            do {
                rows.append(try Row(row: &reader))
            } catch let problem as RowProblem {
                throw DatabaseError(state: .unreadableRow, message: problem.description, site: site)
            }
        }
        return rows
    }
}
