/// The overlapping pieces of a few scalars that a text is made of, with the ends marked (Ukkonen 1992; padding as in
/// Gravano et al. 2001): a text of `n` scalars has `n + q − 1` pieces of `q`. Each is hashed to 64 bits.
package struct QGrams: Hashable, Sendable {
    /// The distinct pieces, ascending.
    package let terms: [UInt64]
    /// How often each occurs.
    package let counts: [UInt32]

    /// - Parameter sizes: lengths of pieces, 1 or more. Pieces of different lengths are different.
    package init(_ text: PreparedText, sizes: ClosedRange<Int> = 3...3) {
        let scalars = text.units.scalars
        let all = sizes.flatMap { Self.pieces(of: scalars, size: max(1, $0)) }.sorted()
        var (terms, counts): ([UInt64], [UInt32]) = ([], [])
        for term in all {
            if term == terms.last {
                counts[counts.count - 1] += 1
            } else {
                terms.append(term)
                counts.append(1)
            }
        }
        (self.terms, self.counts) = (terms, counts)
    }

    private static func pieces(of scalars: [UInt32], size: Int) -> [UInt64] {
        if scalars.isEmpty { return [] }
        // No scalar is above 0x10FFFF, so a text cannot contain the marks.
        let head = [UInt32](repeating: 0x11_0000, count: size - 1)
        let tail = [UInt32](repeating: 0x11_0001, count: size - 1)
        let padded = head + scalars + tail
        return (0...padded.count - size).map { TermHash.of(padded[$0..<$0 + size]) }
    }
}
