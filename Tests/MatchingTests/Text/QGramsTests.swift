import Testing

@testable import Matching

@Suite struct QGramsTests {
    @Test func a_text_has_as_many_pieces_as_scalars_and_padding_make() {
        for (text, size) in [("ale", 1), ("ale", 2), ("ale", 3), ("ale", 5), ("酒", 3), ("🍷🍷", 4)] {
            let grams = QGrams(PreparedText(text), sizes: size...size)
            #expect(grams.counts.reduce(0, +) == text.unicodeScalars.count + size - 1)
            #expect(grams.terms == grams.terms.sorted() && Set(grams.terms).count == grams.terms.count)
        }
        #expect(QGrams(PreparedText(""), sizes: 3...5).terms.isEmpty)
    }

    @Test func repeated_pieces_are_counted() {
        let grams = QGrams(PreparedText("aaaa"), sizes: 2...2)
        #expect(grams.counts.sorted() == [1, 1, 3])
    }

    @Test func pieces_know_the_ends_of_a_text_and_their_own_length() {
        let (one, other) = (QGrams(PreparedText("ab")), QGrams(PreparedText("ba")))
        #expect(Set(one.terms).isDisjoint(with: other.terms))
        let (short, long) = (QGrams(PreparedText("a"), sizes: 3...3), QGrams(PreparedText("a"), sizes: 4...4))
        #expect(Set(short.terms).isDisjoint(with: long.terms))
        #expect(QGrams(PreparedText("a"), sizes: 3...4).terms == (short.terms + long.terms).sorted())
    }
}
