/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): small, fast, the same on
/// every machine. For demonstrations and samples, never for secrets.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    /// A generator of its own for one purpose, so that drawing more for one product does not change the next.
    package init(seed: UInt64, path: UInt64...) {
        var mixed = SeededGenerator(seed: seed)
        for step in path {
            mixed = SeededGenerator(seed: mixed.next() ^ (step &* 0x9E37_79B9_7F4A_7C15))
        }
        self = mixed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range, each about equally likely.
    package mutating func int(_ range: ClosedRange<Int>) -> Int {
        let span = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(next().multipliedFullWidth(by: span).high)
    }

    /// A number in lower..<upper, from 53 bits, by arithmetic that rounds alike everywhere.
    package mutating func real(_ lower: Double, _ upper: Double) -> Double {
        lower + (upper - lower) * (Double(next() >> 11) / 9_007_199_254_740_992)
    }

    /// True in `percent` of 100 draws.
    package mutating func chance(_ percent: Int) -> Bool {
        int(0...99) < percent
    }

    /// One of the elements, which must not be empty.
    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[int(0...(elements.count - 1))]
    }
}

extension SeededGenerator {
    /// A seed of its own for a name (FNV-1a).
    package static func seed(_ seed: UInt64, for name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        var generator = SeededGenerator(seed: seed ^ hash)
        return generator.next()
    }
}
