/// A `SubsequenceColumn` that leaves places of both texts out: a place that matches nothing leaves the column as it is.
struct RemainderColumn<
    Word: FixedWidthInteger & UnsignedInteger & Sendable, Others: FixedWidthInteger & SignedInteger & Sendable
>: MatchColumn {
    private var column = SubsequenceColumn<Word>()
    private let own: Word
    /// Shifted out from below; the sign stays, so that a text of which all takes part may have any length.
    private var others: Others

    /// All of both texts takes part.
    init() {
        own = ~0
        others = ~0
    }

    /// - Parameters:
    ///   - own: the places of the pattern that take part.
    ///   - others: the places of the text that take part; a text of which some do not has at most as many as `Others` has bits.
    @inline(__always)
    init(own: UInt128, others: UInt128) {
        self.own = Word(truncatingIfNeeded: own)
        self.others = Others(truncatingIfNeeded: others)
    }

    /// The length of the subsequence.
    var length: Int { column.length }

    @inline(__always)
    mutating func take(_ mask: Word) {
        let isTaken = 0 &- (Int64(truncatingIfNeeded: others) & 1)
        column.take(mask & own & Word(truncatingIfNeeded: isTaken))
        others &>>= 1
    }
}
