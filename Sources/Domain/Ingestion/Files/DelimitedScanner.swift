/// Finds one record of separated values (RFC 4180, and its common abuses) in the front of some bytes.
struct DelimitedScanner {
    /// A cell between separators. `isQuoted` cells need `DelimitedCell.text` to lose their quotation marks.
    struct Span {
        var start: Int
        var end: Int
        var needsUnquoting: Bool
    }

    enum Outcome {
        /// A record of `length` bytes; the next one starts at `next`.
        case record(length: Int, next: Int)
        /// The record does not end in these bytes. `inQuotes` tells whether a quotation mark is open.
        case incomplete(inQuotes: Bool)
        case tooManyCells
    }

    let separator: UInt8
    private(set) var spans: [Span] = []
    /// Whether the record has a byte above 0x7F, or NUL.
    private(set) var hasHighBytes = false
    private(set) var hasNul = false
    /// Line feeds inside the record.
    private(set) var innerLines = 0

    init(separator: UInt8) { self.separator = separator }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool) -> Outcome {
        spans.removeAll(keepingCapacity: true)
        hasNul = false
        innerLines = 0
        var seen: UInt8 = 0
        var index = 0
        let count = bytes.count
        let separator = self.separator
        defer { hasHighBytes = seen >= 0x80 }
        while true {
            let start = index
            var needsUnquoting = false
            var contentEnd = -1
            if index < count, bytes[index] == 0x22 {
                switch skipQuoted(bytes, from: index + 1, seen: &seen, isComplete: isComplete) {
                case .open: return .incomplete(inQuotes: true)
                case .closed(let close, let hasPairs):
                    needsUnquoting = hasPairs
                    contentEnd = close
                    index = close + 1
                }
            }
            while index < count {
                let byte = bytes[index]
                if byte == separator || byte == 0x0A || byte == 0x0D { break }
                seen |= byte
                if byte == 0 { hasNul = true }
                index += 1
            }
            if index == count, !isComplete { return .incomplete(inQuotes: false) }
            if contentEnd < 0 {
                spans.append(Span(start: start, end: index, needsUnquoting: false))
            } else if needsUnquoting || contentEnd + 1 != index {
                spans.append(Span(start: start, end: index, needsUnquoting: true))
            } else {
                spans.append(Span(start: start + 1, end: contentEnd, needsUnquoting: false))
            }
            if spans.count > ReadingLimits.columns { return .tooManyCells }
            if index == count { return .record(length: index, next: index) }
            switch bytes[index] {
            case separator: index += 1
            case 0x0D:
                if index + 1 == count, !isComplete { return .incomplete(inQuotes: false) }
                let isPair = index + 1 < count && bytes[index + 1] == 0x0A
                return .record(length: index, next: index + (isPair ? 2 : 1))
            default: return .record(length: index, next: index + 1)
            }
        }
    }

    private enum Quoted { case open, closed(Int, hasPairs: Bool) }

    private mutating func skipQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, seen: inout UInt8, isComplete: Bool
    ) -> Quoted {
        var index = start
        var hasPairs = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 {
                if index + 1 == bytes.count { return isComplete ? .closed(index, hasPairs: hasPairs) : .open }
                if bytes[index + 1] != 0x22 { return .closed(index, hasPairs: hasPairs) }
                hasPairs = true
                index += 2
                continue
            }
            seen |= byte
            if byte == 0x0A { innerLines += 1 }
            if byte == 0 { hasNul = true }
            index += 1
        }
        return .open
    }
}
