import Catalog
import Companies
import Foundation
import Postgres

/// Prices and stock counts of listings as they were known at a tick: what was written later is left out, and what was
/// corrected later is as it was.
struct SignalQueries {
    let ticks: SignalTicks
    let days: ClosedRange<CalendarDay>
    /// Whether each value comes with its raw record. Without, prices are read from their index alone.
    var withRecords = false

    private var record: SQL { withRecords ? "run_id, line" : "NULL::uuid AS run_id, NULL::bigint AS line" }

    /// In order of listing and day.
    func prices(of listings: [UUID]) -> Query<PriceSignalRow> {
        Query(
            """
            SELECT listing_id, observed_on, price_minor, currency, run_id, line, until_tick FROM (
                SELECT listing_id, observed_on, price_minor, currency, \(record), NULL::bigint AS until_tick
                FROM price_history WHERE \(within(listings)) AND \(ticks.includes())
                UNION ALL
                SELECT listing_id, observed_on, price_minor, currency, \(record), until_tick
                FROM price_revisions WHERE \(within(listings)) AND \(ticks.includes()) AND NOT \(ticks.includes("until_tick"))
            ) AS known ORDER BY listing_id, observed_on
            """)
    }

    /// The last count of each day, in order of listing and day.
    func stocks(of listings: [UUID]) -> Query<StockSignalRow> {
        Query(
            """
            SELECT DISTINCT ON (listing_id, day) listing_id, (observed_at AT TIME ZONE 'UTC')::date AS day, stock_units,
                store_count, run_id, line, until_tick
            FROM (
                SELECT listing_id, observed_at, stock_units, store_count, \(record), NULL::bigint AS until_tick
                FROM inventory_history WHERE \(during(listings)) AND \(ticks.includes())
                UNION ALL
                SELECT listing_id, observed_at, stock_units, store_count, \(record), until_tick
                FROM inventory_revisions WHERE \(during(listings)) AND \(ticks.includes())
                    AND NOT \(ticks.includes("until_tick"))
            ) AS known ORDER BY listing_id, day, observed_at DESC
            """)
    }

    private func within(_ listings: [UUID]) -> SQL {
        "listing_id = ANY (\(listings)) AND observed_on BETWEEN \(days.lowerBound) AND \(days.upperBound)"
    }

    private func during(_ listings: [UUID]) -> SQL {
        """
        listing_id = ANY (\(listings)) AND observed_at >= \(days.lowerBound)::timestamp AT TIME ZONE 'UTC'
            AND observed_at < (\(days.upperBound.adding(days: 1)))::timestamp AT TIME ZONE 'UTC'
        """
    }
}
