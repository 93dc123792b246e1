/// One of 256 bits for each word of a text, chosen by the word's hash: texts without a bit in common have no word in
/// common, which is so of most pairs and is found out at once.
struct TokenSignature: Sendable {
    private var bits: SIMD4<UInt64> = .zero

    init(_ tokens: [TextToken]) {
        for token in tokens { bits[Int(token.key >> 62)] |= 1 &<< ((token.key >> 56) & 63) }
    }

    /// Whether the texts may have a word in common.
    @inline(__always)
    func meets(_ other: TokenSignature) -> Bool { bits & other.bits != .zero }
}
