extension ProductSeries {
    /// Named in every digest: another version forecasts everything anew.
    static let modelVersion = "products-1"

    /// Everything a forecast depends on, as bytes: the same bytes give the same forecast among the same series.
    func fingerprint(barred: Set<String>) -> [UInt8] {
        var text = "\(Self.modelVersion)|\(measure.rawValue)|\(step.rawValue)|\(start)|\(origin)"
        if let price { text += "|\(price.listing)|\(price.currency)|\(price.kind)" }
        for name in barred.sorted() { text += "|-\(name)" }
        var bytes = Array(text.utf8)
        for value in values {
            withUnsafeBytes(of: (value.isNaN ? Double.nan : value).bitPattern.littleEndian) {
                bytes.append(contentsOf: $0)
            }
        }
        return bytes
    }
}
