/// Which pairs a rule would answer.
package struct ReviewRulesQuery: Sendable, Hashable {
    /// Per cent, 0–100, as they were typed.
    package let low: String?
    package let high: String?
    package let note: ReviewQuery.Note?

    package static let lowItem = "low"
    package static let highItem = "high"

    package init(low: String? = nil, high: String? = nil, note: ReviewQuery.Note? = nil) {
        func short(_ text: String?) -> String? { text.flatMap { $0.isEmpty || $0.utf8.count > 10 ? nil : $0 } }
        self.low = short(low)
        self.high = short(high)
        self.note = note
    }

    var suffix: String {
        let items = [
            low.map { "\(Self.lowItem)=\(PercentEncoding.encode($0))" },
            high.map { "\(Self.highItem)=\(PercentEncoding.encode($0))" },
            note.map { "\(ReviewQuery.noteItem)=\($0.rawValue)" },
        ].compactMap(\.self)
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
