/// What a field looked like over all records of a run.
package struct FieldProfile: Sendable, Hashable {
    package var records = 0
    /// Records in which it says something.
    package var filled = 0
    package var distinct = 0
    /// The lowest tenth, the middle and the highest tenth: of numbers themselves, of texts their lengths.
    package var low: Double?
    package var middle: Double?
    package var high: Double?
    package var commonest: String?
    package var commonestCount = 0

    package init(records: Int = 0, filled: Int = 0) {
        self.records = records
        self.filled = filled
    }

    /// 0...1; 0 without records.
    package var coverage: Double { records == 0 ? 0 : Double(filled) / Double(records) }

    /// How much of what it says is its most frequent value, 0...1.
    package var sameness: Double { filled == 0 ? 0 : Double(commonestCount) / Double(filled) }
}
