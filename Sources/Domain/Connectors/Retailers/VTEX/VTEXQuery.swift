/// A part of a catalogue: a category, and a band of prices where the category alone is too large.
struct VTEXQuery: Sendable, Hashable {
    /// Ids with slashes between, such as `7/61`.
    let category: String
    /// Cents. Both ends belong to the band.
    var band: ClosedRange<Int>?

    static let dearest = 100_000_000

    init(category: String, band: ClosedRange<Int>? = nil) {
        self.category = category
        self.band = band
    }

    /// As a cursor keeps it.
    init?(text: some StringProtocol) {
        let parts = text.split(separator: ":")
        guard let category = parts.first, category.allSatisfy({ $0.isNumber || $0 == "/" }) else { return nil }
        self.category = String(category)
        if parts.count == 3, let low = Int(parts[1]), let high = Int(parts[2]), low <= high { band = low...high }
    }

    var text: String { category + (band.map { ":\($0.lowerBound):\($0.upperBound)" } ?? "") }

    /// The filters, each to be repeated as `fq`.
    var filters: [String] {
        ["C:/\(category)/"]
            + (band.map { ["P:[\(Self.amount($0.lowerBound)) TO \(Self.amount($0.upperBound))]"] } ?? [])
    }

    /// Two halves that hold about as much each: prices lie evenly in proportion, not in difference.
    /// - Returns: nil for a band of a single price.
    var halves: [VTEXQuery]? {
        let band = band ?? 1...Self.dearest
        guard band.lowerBound < band.upperBound else { return nil }
        let middle = (Double(band.lowerBound) * Double(band.upperBound)).squareRoot()
        let cut = min(max(Int(middle), band.lowerBound), band.upperBound - 1)
        return [
            VTEXQuery(category: category, band: band.lowerBound...cut),
            VTEXQuery(category: category, band: cut + 1...band.upperBound),
        ]
    }

    private static func amount(_ cents: Int) -> String {
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
