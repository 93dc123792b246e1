/// Finds the end of one JSON object without recursion, piece by piece.
struct JSONScanner {
    private(set) var depth = 0
    private var inString = false
    private var isEscaped = false
    /// Bytes already looked at.
    private(set) var scanned = 0
    /// Line feeds among them.
    private(set) var lines = 0

    /// Goes on where the last call stopped. `bytes` must start where the object starts.
    /// - Returns: the length of the object, or `nil` when it does not end in `bytes`.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        while scanned < bytes.count {
            let byte = bytes[scanned]
            scanned += 1
            if byte == 0x0A { lines += 1 }
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return scanned }
            default: break
            }
        }
        return nil
    }
}
