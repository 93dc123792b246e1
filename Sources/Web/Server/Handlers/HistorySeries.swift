import Catalog
import Foundation
import Pages

/// Turns dated observations into the lines of a chart.
enum HistorySeries {
    /// Lines of a chart; more would hide each other.
    private static let most = 8

    /// One price line per listing, those with most observations first.
    static func prices(product: Product, listings: [Listing], points: [PricePoint]) -> [ChartSeries] {
        let owner = product.id.uuidString.lowercased()
        let byListing = Dictionary(grouping: points, by: \.listing)
        return ordered(listings, by: byListing).flatMap { listing, points -> [ChartSeries] in
            Dictionary(grouping: points, by: \.currency).sorted { $0.key < $1.key }.map { code, points in
                let spans = spans(points.map { ($0.day, $0.minorUnits) })
                return ChartSeries.prices(
                    product: owner, listing: listing.id.uuidString.lowercased(), source: listing.seller, currency: code,
                    kind: ShownPriceKind(rawValue: listing.priceKind) ?? .unknown,
                    minorDigits: Currency(code: code)?.minorDigits ?? 2, spans: spans, cuts: cuts(points))
            }
        }
    }

    static func stock(product: Product, listings: [Listing], points: [StockPoint]) -> [ChartSeries] {
        let byListing = Dictionary(grouping: points, by: \.listing)
        return ordered(listings, by: byListing).map { listing, points in
            ChartSeries.stock(
                product: product.id.uuidString.lowercased(), listing: listing.id.uuidString.lowercased(),
                source: listing.seller, spans: spans(points.map { ($0.day, Int64($0.units)) }))
        }
    }

    /// Equal neighbours joined.
    static func spans(_ points: [(day: CalendarDay, value: Int64)]) -> [StepSpan] {
        var spans: [StepSpan] = []
        for point in points {
            let day = DayStamp(point.day)
            if let last = spans.last, last.value == point.value {
                spans[spans.count - 1] = StepSpan(from: last.from, through: day, value: last.value)
            } else {
                spans.append(StepSpan(from: day, through: day, value: point.value))
            }
        }
        return spans
    }

    /// Days on which the price was at least five percent below the observation before.
    static func cuts(_ points: [PricePoint]) -> [DayStamp] {
        zip(points, points.dropFirst()).compactMap { before, after in
            Double(after.minorUnits) <= Double(before.minorUnits) * 0.95 ? DayStamp(after.day) : nil
        }
    }

    private static func ordered<Point>(
        _ listings: [Listing], by points: [UUID: [Point]]
    ) -> [(Listing, [Point])] {
        listings.compactMap { listing in points[listing.id].map { (listing, $0) } }
            .sorted { ($1.1.count, $0.0.sourceTitle) < ($0.1.count, $1.0.sourceTitle) }
            .prefix(most).map { $0 }
    }
}
