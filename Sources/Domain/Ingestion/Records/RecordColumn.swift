/// A column of records: what is measured of it, and what becomes of what was known when a source says less than it did.
struct RecordColumn: Sendable {
    /// What counts as the size of a value, for the watch.
    enum Size: Sendable {
        case length, number, date
    }

    let name: String
    let size: Size
    /// Whether what was known stays where a source says nothing.
    let isHeld: Bool
    /// How the staged value is written down.
    let taken: String
    /// Whether replay shows a difference of it.
    let isCompared: Bool

    init(_ name: String, _ size: Size = .length, isHeld: Bool = false, taken: String? = nil, isCompared: Bool = true) {
        self.name = name
        self.size = size
        self.isHeld = isHeld
        self.taken = taken ?? name
        self.isCompared = isCompared
    }

    /// A list that is staged as lines.
    static let tags = RecordColumn(
        "tags", taken: "CASE tags WHEN '' THEN '{}' ELSE string_to_array(tags, E'\\n') END", isCompared: false)

    /// As text, nothing for what is empty.
    var text: String { "nullif(\(name)::text, '')" }

    var sizeText: String {
        switch size {
        case .length: "length(\(name)::text)::double precision"
        case .number: "\(name)::double precision"
        case .date: "extract(epoch FROM \(name))::double precision"
        }
    }

    /// The value after a record was read again, over the row `a` with the new one `excluded`.
    var merged: String { isHeld ? "coalesce(excluded.\(name), a.\(name))" : "excluded.\(name)" }
}
