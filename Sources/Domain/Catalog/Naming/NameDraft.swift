/// A name while it is being read: the tokens left, the terms found and the fields settled so far.
struct NameDraft {
    var name: BeverageName
    var tokens: [NameToken]
    /// Terms in the order found, referred to by `NameToken.Role.term`.
    var terms: [NameTerm] = []
    var knownBrand: KnownBrand?
    let currentYear: Int
    /// Whether the name has small letters, so that its spelling is worth keeping.
    let isMixedCase: Bool

    /// The token index of the size, if one was read.
    var sizeIndex: Int?
    /// Packs found; what they mean may depend on the class and the size.
    var packTokens: [PackToken] = []
    /// Whether the size is that of a keg.
    var isKeg = false
    /// Where `BIB` stands, which is a bond or a box.
    var bibIndex: Int?

    init(_ raw: String, style: HouseStyle?, currentYear: Int) {
        name = BeverageName(raw: raw, style: style)
        tokens = NameText.tokens(raw)
        isMixedCase = tokens.contains { $0.text != $0.upper }
        self.currentYear = currentYear
    }

    var style: HouseStyle? { name.style }

    /// Whether the line is written in a distributor's clipped capitals.
    var isClipped: Bool {
        switch style {
        case .a, .b, .c, .d, .g: true
        case .e, .f, .h, nil: false
        }
    }

    /// The capitals of a token, "" beyond the ends.
    func upper(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].upper : ""
    }

    mutating func consume(_ range: Range<Int>) {
        for index in range.clamped(to: tokens.indices) { tokens[index].role = .consumed }
    }

    mutating func consume(_ index: Int) {
        consume(index..<(index + 1))
    }

    var signals: Set<ClassSignal> {
        Set(terms.flatMap(\.signals))
    }
}
