/// Whether two words are spellings of one word. Works on folded words, which are mostly ASCII.
enum Spelling {
    /// True for a word cut off after at least five letters and three fifths ("Chablis" is not cut off from "Chablisienne"), and for words of seven letters or more that are one
    /// insertion, deletion or replacement apart: among shorter ones that is usually another word.
    static func isClose(_ one: String, _ other: String) -> Bool {
        let (shorter, longer) = one.utf8.count <= other.utf8.count ? (one, other) : (other, one)
        let (short, long) = (shorter.utf8, longer.utf8)
        guard short.count >= 5, short.first == long.first else { return false }
        if long.starts(with: short) { return short.count * 5 >= long.count * 3 }
        guard short.count >= 7, long.count - short.count <= 1 else { return false }
        return areOneEditApart(Array(short), Array(long))
    }

    private static func areOneEditApart(_ short: [UInt8], _ long: [UInt8]) -> Bool {
        var same = 0
        while same < short.count, short[same] == long[same] { same += 1 }
        let tail = short.count - same
        if short.count == long.count { return short.suffix(max(0, tail - 1)) == long.suffix(max(0, tail - 1)) }
        return short.suffix(tail) == long.suffix(tail)
    }
}
