/// Writes folded bytes, turning runs of spaces into one and dropping those at the ends.
struct FoldWriter {
    private let output: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    private var spacePending = false
    private var wordStart = 0

    init(_ output: UnsafeMutableBufferPointer<UInt8>) {
        self.output = output
    }

    /// An entry of `FoldTable`.
    mutating func append(_ entry: UInt32) {
        switch entry {
        case FoldTable.space: spacePending = true
        case FoldTable.nothing: break
        case FoldTable.apostrophe:
            guard !spacePending, count == wordStart + 1 else { return }
            let article = output[wordStart]
            spacePending = article == UInt8(ascii: "d") || article == UInt8(ascii: "l")
        default:
            var rest = entry
            repeat {
                put(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            } while rest != 0
        }
    }

    mutating func append(utf8: some Sequence<UInt8>) {
        for byte in utf8 { put(byte) }
    }

    private mutating func put(_ byte: UInt8) {
        if byte == UInt8(ascii: " ") {
            spacePending = true
            return
        }
        let needed = spacePending && count > 0 ? 2 : 1
        guard count + needed <= output.count else { return }
        if needed == 2 {
            output[count] = UInt8(ascii: " ")
            count += 1
            wordStart = count
        }
        spacePending = false
        output[count] = byte
        count += 1
    }
}
