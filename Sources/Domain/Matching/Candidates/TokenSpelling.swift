/// Whether two words are spellings of one word, and how surely: a letter too many, missing, another one or two in the
/// wrong order, or cut off at the end. The first letter is the same. Bytes stand for letters, since words are folded.
enum TokenSpelling {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Shorter words are other words when a letter differs.
    static let shortest = 5
    static let longest = 20

    /// What a spelling of the word counts for, 0–1; 0 if it is another word. Both words are different.
    static func credit(_ one: Bytes, _ other: Bytes) -> Float {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard short.count >= shortest, short[0] == long[0] else { return 0 }
        if isBeginning(short, of: long) { return 0.85 }
        guard long.count - short.count <= 1, areOneSlipApart(short, long) else { return 0 }
        return short.count >= 7 ? 0.85 : 0.7
    }

    private static func isBeginning(_ short: Bytes, of long: Bytes) -> Bool {
        for index in short.indices where short[index] != long[index] { return false }
        return true
    }

    private static func areOneSlipApart(_ short: Bytes, _ long: Bytes) -> Bool {
        var same = 0
        while same < short.count, short[same] == long[same] { same += 1 }
        if short.count != long.count { return agree(short, same, long, same + 1) }
        if agree(short, same + 1, long, same + 1) { return true }
        return same + 1 < short.count && short[same] == long[same + 1] && short[same + 1] == long[same]
            && agree(short, same + 2, long, same + 2)
    }

    /// Whether the ends from two places on are the same.
    private static func agree(_ one: Bytes, _ start: Int, _ other: Bytes, _ otherStart: Int) -> Bool {
        guard one.count - start == other.count - otherStart else { return false }
        for index in start..<max(start, one.count) where one[index] != other[index - start + otherStart] {
            return false
        }
        return true
    }
}
