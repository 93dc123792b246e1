import Companies
import Postgres

/// Everything that is staged of runs, whatever kind it is.
enum StagedRows {
    private static let tables = ["staged_rows"] + RecordTable.all.map(\.staged)

    /// Statements that forget it.
    /// - Parameter runs: a query for ids, or one id.
    static func forget(of runs: SQL, in company: CompanyID) -> [SQL] {
        tables.map { "DELETE FROM \(unsafe: $0) WHERE company_id = \(company) AND run_id IN (\(runs))" }
    }
}
