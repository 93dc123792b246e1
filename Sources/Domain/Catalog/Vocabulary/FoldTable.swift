/// What each scalar below U+0530, of Latin Extended Additional and of general punctuation folds to.
///
/// Built once from `FoldTable+Letters.swift`. An entry holds up to three UTF-8 bytes, the first in the lowest bits.
struct FoldTable: Sendable {
    static let shared = FoldTable()

    static let nothing: UInt32 = 0
    static let space = UInt32(UInt8(ascii: " "))
    static let apostrophe = UInt32(UInt8(ascii: "'"))

    private static let lowEnd: UInt32 = 0x530
    private static let additional: ClosedRange<UInt32> = 0x1E00...0x1EFF

    let ascii: [UInt32]
    private let low: [UInt32]
    private let extended: [UInt32]

    private init() {
        var special: [UInt32: UInt32] = [:]
        for (folded, scalars) in Self.letters {
            let entry = Self.pack(folded.utf8)
            for scalar in scalars.unicodeScalars { special[scalar.value] = entry }
        }
        for value: UInt32 in [0x27, 0x60, 0xB4, 0x2B9, 0x2BC, 0x374] { special[value] = Self.apostrophe }
        let entries = { (range: Range<UInt32>) in range.map { special[$0] ?? Self.ordinary($0) } }
        ascii = entries(0..<0x80)
        low = entries(0..<Self.lowEnd)
        extended = entries(Self.additional.lowerBound..<Self.additional.upperBound + 1)
    }

    /// The entry for a scalar, nil if the table does not cover it.
    func entry(_ scalar: UInt32) -> UInt32? {
        if scalar < Self.lowEnd { return low[Int(scalar)] }
        if Self.additional.contains(scalar) { return extended[Int(scalar - Self.additional.lowerBound)] }
        switch scalar {
        case 0x2018, 0x2019, 0x201B, 0x2032: return Self.apostrophe
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: return Self.nothing
        case 0x2000...0x205F, 0x20A0...0x20CF, 0x2120, 0x2122: return Self.space
        default: return nil
        }
    }

    /// Letters and digits in lower case, combining marks to nothing, the rest to spaces.
    private static func ordinary(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return nothing }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber:
            return pack(scalar.properties.lowercaseMapping.utf8)
        case .nonspacingMark, .enclosingMark, .format:
            return nothing
        default:
            return space
        }
    }

    private static func pack(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var entry: UInt32 = 0
        var shift: UInt32 = 0
        for byte in bytes where shift < 24 {
            entry |= UInt32(byte) << shift
            shift += 8
        }
        return entry
    }
}
