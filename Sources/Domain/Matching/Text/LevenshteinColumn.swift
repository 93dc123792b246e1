/// A column of Levenshtein's table as differences from each row to the next: Myers 1999, "A fast bit-vector algorithm
/// for approximate string matching based on dynamic programming", as Hyyrö 2003, "A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances", writes it.
struct LevenshteinColumn: MatchColumn {
    typealias Word = UInt64

    /// Rows that are one more than the row above.
    private var more: UInt64 = ~0
    /// Rows that are one less.
    private var less: UInt64 = 0

    /// How much more the last of the first `rows` rows is than the row above the first.
    func difference(_ rows: Int) -> Int {
        let all: UInt64 = rows < 64 ? (1 &<< UInt64(rows)) &- 1 : ~0
        return (more & all).nonzeroBitCount - (less & all).nonzeroBitCount
    }

    @inline(__always)
    mutating func take(_ mask: UInt64) {
        // The row above all others grows by one with every scalar.
        var (up, down): (UInt64, UInt64) = (1, 0)
        take(mask, up: &up, down: &down)
    }

    /// The same for one of several columns of 64.
    /// - Parameters:
    ///   - up: 1 if the row above these grew; on return, 1 if the last of these did.
    ///   - down: the same of shrinking.
    @inline(__always)
    mutating func take(_ mask: UInt64, up: inout UInt64, down: inout UInt64) {
        let matches = mask | down
        let diagonal = (((matches & more) &+ more) ^ more) | matches | less
        let grown = less | ~(diagonal | more)
        let shrunk = diagonal & more
        let grownAbove = (grown << 1) | up
        more = (shrunk << 1) | down | ~(diagonal | grownAbove)
        less = grownAbove & diagonal
        (up, down) = (grown >> 63, shrunk >> 63)
    }
}
