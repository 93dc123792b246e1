/// The parts of a size text: at most two numbers, what joins them, and the words behind the last.
struct SizePieces {
    /// What stands between two numbers.
    enum Joint {
        case times, slash
    }

    private(set) var first = ""
    private(set) var joint: Joint?
    private(set) var second = ""
    /// Lower case, without points.
    private(set) var words: [Substring] = []

    /// Nil if the text does not have the form `[words] number [(x|/) number] [words]`, or is longer than 80 bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 80 else { return nil }
        var text = ""
        text.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            text.unicodeScalars.append(Self.simplified(scalar))
        }
        var rest = Substring(text).drop { $0 == " " }
        while let head = rest.first, !head.isASCII || head.isLetter || head == "(" || head == "~" {
            // A word that touches a digit ("A24") is not an introduction.
            let word = rest.prefix { !$0.isASCII || $0.isLetter || "(~:.".contains($0) }
            rest = rest.dropFirst(word.count)
            guard rest.first?.isNumber != true || word == "(" || word == "~", word.lowercased() != "x" else {
                return nil
            }
            Self.skipSpaces(&rest)
        }
        guard let number = Self.takeNumber(&rest) else { return nil }
        first = number
        Self.skipSpaces(&rest)
        if let found = Self.takeJoint(&rest) {
            joint = found
            Self.skipSpaces(&rest)
            guard let number = Self.takeNumber(&rest) else { return nil }
            second = number
        }
        guard !rest.contains(where: { $0.isNumber || "+/&".contains($0) }) else { return nil }
        let lower = rest.lowercased().filter { $0 != "." }
        words = Substring(lower).split { !$0.isLetter }
    }

    private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x09: " "
        case 0xD7, 0x2715: "x"
        case 0x2044: "/"
        default: scalar
        }
    }

    private static func skipSpaces(_ rest: inout Substring) {
        rest = rest.drop { $0 == " " || $0 == "-" }
    }

    private static func takeNumber(_ rest: inout Substring) -> String? {
        var number = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
        while let last = number.last, last == "." || last == "," { number = number.dropLast() }
        guard number.contains(where: \.isNumber) else { return nil }
        rest = rest.dropFirst(number.count)
        return String(number)
    }

    private static func takeJoint(_ rest: inout Substring) -> Joint? {
        guard let head = rest.first else { return nil }
        let after = rest.dropFirst()
        let next = after.first { $0 != " " }
        guard next?.isNumber == true else { return nil }
        switch head {
        case "x", "X", "*":
            rest = after
            return .times
        case "/":
            rest = after
            return .slash
        default: return nil
        }
    }
}
