import Catalog

/// Prices of one listing in one currency. Prices of different currencies are never in one series.
struct PriceSeries: Sendable {
    /// ISO 4217.
    let currency: String
    let points: [PricePoint]

    /// One series per currency, by code; the points keep their order.
    static func group(_ points: [PricePoint]) -> [PriceSeries] {
        Dictionary(grouping: points, by: \.currency).sorted { $0.key < $1.key }
            .map { PriceSeries(currency: $0.key, points: $0.value) }
    }
}
