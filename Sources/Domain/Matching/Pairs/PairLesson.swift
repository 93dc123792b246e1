/// Labelled pairs of one set, with all records that are known of it.
package struct PairLesson: Sendable {
    package let table: PairTable
    let pairs: [LabelledPair]
    let held: [LabelledPair]

    /// - Parameters:
    ///   - pairs: to learn from, of the set the table was made from.
    ///   - held: further ones, for the threshold; empty to take it from what was learned from.
    package init(_ table: PairTable, _ pairs: [LabelledPair], held: [LabelledPair] = []) {
        self.table = table
        self.pairs = pairs
        self.held = held
    }

    /// Those somebody has said the truth of.
    var known: [LabelledPair] { pairs.filter { $0.isSame != nil } }
}
