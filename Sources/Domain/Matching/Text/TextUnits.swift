/// The Unicode scalars of a text: bytes when all are below 256, which nearly every name is, and 32-bit numbers
/// otherwise. Nothing is folded or normalised.
///
/// Two fields rather than an enum, of which one is empty: reading the payload of an enum costs a retain, and that is a
/// fifth of a comparison.
struct TextUnits: Hashable, Sendable {
    /// The scalars if all are below 256.
    let narrow: [UInt8]
    /// The scalars otherwise.
    let wide: [UInt32]

    init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            self.init(narrow: Array(text.utf8))
        } else {
            self.init(text.unicodeScalars.map(\.value))
        }
    }

    init(_ scalars: [UInt32]) {
        if scalars.allSatisfy({ $0 < 0x100 }) {
            self.init(narrow: scalars.map { UInt8(truncatingIfNeeded: $0) })
        } else {
            self.init(narrow: [], wide: scalars)
        }
    }

    init(narrow: [UInt8]) { self.init(narrow: narrow, wide: []) }

    private init(narrow: [UInt8], wide: [UInt32]) {
        self.narrow = narrow
        self.wide = wide
    }

    var isWide: Bool { !wide.isEmpty }

    var count: Int { isWide ? wide.count : narrow.count }

    var isEmpty: Bool { count == 0 }

    /// The scalars as numbers, whatever they are stored as.
    var scalars: [UInt32] { isWide ? wide : narrow.map(UInt32.init) }

    /// The scalar at a place.
    subscript(_ place: Int) -> UInt32 { isWide ? wide[place] : UInt32(narrow[place]) }
}
