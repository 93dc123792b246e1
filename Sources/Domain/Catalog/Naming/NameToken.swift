/// One word of a name on its way through the grammars.
struct NameToken {
    /// What a token turned out to be.
    enum Role: Equatable {
        case open
        case brand
        /// Part of a term that describes the drink; the index of the term in `NameDraft.terms`.
        case term(Int)
        /// Size, pack, container, strength and the like: not part of the product's name.
        case consumed
    }

    /// As written.
    let text: String
    /// In capitals, for the grammars of numbers and units.
    let upper: String
    /// Folded, for the dictionaries; may hold inner spaces ("mont clair") or be empty ("-").
    let fold: String
    /// Whether a grammar of numbers needs to look at it.
    let hasDigit: Bool
    var role = Role.open

    init(_ text: Substring) {
        self.text = String(text)
        upper = text.uppercased()
        hasDigit = text.utf8.contains { $0 &- UInt8(ascii: "0") < 10 }
        fold = NameFolding.fold(self.text)
    }

    var isOpen: Bool { role == .open }

    var isOpenNumber: Bool { hasDigit && isOpen }

    /// The token as a plain number without unit: "80", "90.4".
    var number: NameNumber? { hasDigit ? NameNumber(upper[...]) : nil }
}
