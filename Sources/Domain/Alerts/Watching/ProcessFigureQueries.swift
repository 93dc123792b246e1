import Companies
package import Foundation
package import Postgres

/// What processes say of themselves: the house's rows, so that one process can watch all.
package enum ProcessFigureQueries {
    /// Minutes that are looked at, and minutes that are kept.
    static let looked = 6.0
    private static let kept = 60.0

    /// What was said lately, oldest first.
    package static func lately(at moment: Date) -> Query<ProcessFigure> {
        Query(
            """
            SELECT process, figure, labels, minute, value FROM process_figures
            WHERE company_id = \(CompanyID.house) AND minute > \(moment - looked * 60) ORDER BY minute LIMIT 50000
            """)
    }

    /// What was counted within the hour, by whatever process.
    static func known() -> Query<FigureSeriesRow> {
        Query(
            """
            SELECT DISTINCT figure, labels FROM process_figures WHERE company_id = \(CompanyID.house) LIMIT 5000
            """)
    }

    /// Writes what a process says, and lets go of what is old.
    static func write(_ figures: [ProcessFigure], at moment: Date, in transaction: CompanyTransaction) async throws {
        _ = try await transaction.execute(
            all: [
                """
                INSERT INTO process_figures (company_id, process, figure, labels, minute, value)
                SELECT \(transaction.company), process, figure, left(labels, 300), minute, value
                FROM unnest(\(figures.map(\.process)), \(figures.map(\.figure)), \(figures.map(\.labels)),
                    \(figures.map(\.minute)), \(figures.map(\.value))) AS f (process, figure, labels, minute, value)
                ON CONFLICT (company_id, figure, labels, process, minute) DO UPDATE SET value = excluded.value
                """,
                """
                DELETE FROM process_figures WHERE company_id = \(transaction.company)
                    AND minute < \(moment - kept * 60)
                """,
            ])
    }
}
