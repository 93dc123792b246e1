import Foundation

/// The two ways to fold: a single pass over bytes for what the table covers, and one that normalises first.
enum FoldScan {
    /// Nil if a scalar is outside the table and outside general punctuation.
    static func fast(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let table = FoldTable.shared
        var complete = true
        // A scalar of two bytes folds to at most three.
        let folded = String(unsafeUninitializedCapacity: bytes.count * 3 / 2 + 2) { output in
            var writer = FoldWriter(output)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    writer.append(table.ascii[Int(byte)])
                    index += 1
                    continue
                }
                guard let (scalar, length) = decode(bytes, index), let entry = table.entry(scalar) else {
                    complete = false
                    return 0
                }
                writer.append(entry)
                index += length
            }
            return writer.count
        }
        return complete ? folded : nil
    }

    /// Takes letters apart first, folds scalar by scalar, and puts what the table does not cover together again.
    static func slow(_ text: String) -> String {
        var cleaned = ""
        for scalar in text.unicodeScalars where scalar.value != 0x2122 && scalar.value != 0x2120 {
            cleaned.unicodeScalars.append(scalar)
        }
        let apart = cleaned.decomposedStringWithCompatibilityMapping
        let folded = String(unsafeUninitializedCapacity: apart.utf8.count * 3 + 8) { output in
            var writer = FoldWriter(output)
            for scalar in apart.unicodeScalars { append(scalar, to: &writer) }
            return writer.count
        }
        return folded.precomposedStringWithCanonicalMapping
    }

    private static func append(_ scalar: Unicode.Scalar, to writer: inout FoldWriter) {
        let table = FoldTable.shared
        if let entry = table.entry(scalar.value) {
            writer.append(entry)
            return
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            // The small form may be covered although the capital is not.
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if let entry = table.entry(lower.value) {
                    writer.append(entry)
                } else {
                    writer.append(utf8: String(lower).utf8)
                }
            }
        case .format, .enclosingMark:
            break
        default:
            writer.append(FoldTable.space)
        }
    }

    /// A scalar of two or three bytes below U+10000; nil for longer ones.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int)? {
        let byte = bytes[index]
        if byte < 0xE0, index + 1 < bytes.count {
            return (UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
        }
        guard byte < 0xF0, index + 2 < bytes.count else { return nil }
        let high = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        return (high | UInt32(bytes[index + 2] & 0x3F), 3)
    }
}
