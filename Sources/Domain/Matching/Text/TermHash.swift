/// Hashes words and q-grams to 64 bits, the same way in every process, so that hashes may be stored. Sixty-four bits
/// leave two of ten million terms alike with a probability of about one in 400,000.
enum TermHash {
    static func of<Units: Sequence>(_ units: Units) -> UInt64 where Units.Element: TextUnit {
        var hash: UInt64 = 0
        for unit in units { hash = mixed(hash &+ UInt64(truncatingIfNeeded: unit) &+ 0x9E37_79B9_7F4A_7C15) }
        return hash
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static func mixed(_ value: UInt64) -> UInt64 {
        let one = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        let two = (one ^ (one >> 27)) &* 0x94D0_49BB_1331_11EB
        return two ^ (two >> 31)
    }
}
