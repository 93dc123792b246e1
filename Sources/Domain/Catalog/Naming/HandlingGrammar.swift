/// Containers, closures and handling marks.
enum HandlingGrammar {
    private enum Mark {
        case container(Container)
        case flag(NameFlag)
        case both(Container, NameFlag)
        case nothing
    }

    /// Keys in capitals; up to two words.
    private static let marks: [String: Mark] = [
        "CN": .container(.can), "CAN": .container(.can), "CANS": .container(.can),
        "NR": .container(.nonReturnable), "LNNR": .both(.nonReturnable, .longneck), "LN": .flag(.longneck),
        "LONGNECK": .flag(.longneck), "ALUM": .container(.aluminium), "ALUM BTL": .container(.aluminium),
        "ALNR": .container(.aluminium), "PET": .container(.pet), "PL": .container(.pet), "PLASTIC": .container(.pet),
        "TRAVELER": .container(.pet), "TRAVELLER": .container(.pet), "TRV": .container(.pet),
        "TETRA": .container(.tetra),
        "BOTTLE": .container(.bottle), "BOTTLES": .container(.bottle), "BTL": .container(.bottle),
        "BTLS": .container(.bottle), "KEG": .container(.keg), "BAG-IN-BOX": .container(.bagInBox),
        "SCRW CP": .flag(.screwcap), "SCREWCAP": .flag(.screwcap), "SCREW CAP": .flag(.screwcap),
        "OWC": .flag(.originalWoodCase), "GFT BX": .flag(.giftBox), "GIFT BOX": .flag(.giftBox), "GB": .flag(.giftBox),
        "GFTBX": .flag(.giftBox), "GSET": .flag(.giftSet), "GIFT SET": .flag(.giftSet), "GIFT PACK": .flag(.giftSet),
        "NL": .flag(.newLabel), "NUPC": .flag(.newUPC), "NEW UPC": .flag(.newUPC), "NEW LABEL": .flag(.newLabel),
        "LSE": .flag(.loose), "LOOSE": .flag(.loose), "SLK": .flag(.sleekCan), "SLEEK": .flag(.sleekCan),
        "TRAY": .flag(.tray), "LTD": .flag(.limited), "LTD ED": .flag(.limited), "LTD RELEASE": .flag(.limited),
        "HOL": .flag(.holiday), "HOLIDAY": .flag(.holiday), "ALLOC": .flag(.allocated), "DISC": .flag(.discontinued),
        "CLO": .flag(.closeout), "CLOSEOUT": .flag(.closeout), "ON-PREM": .flag(.onPremise),
        "OLD LABEL": .flag(.oldStock), "OLD UPC": .flag(.oldStock), "MINI": .nothing, "MINIS": .nothing,
        "HANAPAKKAUS": .container(.bagInBox), "VIINIPUSSI": .container(.bagInBox), "TÖLKKI": .container(.can),
        "KARTONKITÖLKKI": .container(.tetra), "MUOVIPULLO": .container(.pet),
        "CASE": .nothing, "CASES": .nothing, "TALL": .nothing, "COMBO": .nothing,
    ]

    private static let pairStarts = Set(
        marks.keys.compactMap { key in key.contains(" ") ? key.split(separator: " ").first.map(String.init) : nil })

    /// Marks that stand for a word in sentence-case names ("The Can", "Holiday Ale"), so they need a clipped style.
    private static let clippedOnly: Set<String> = [
        "CAN", "CANS", "PL", "HOL", "HOLIDAY", "DISC", "TALL", "TRAY", "LTD", "GB", "NL", "CLO", "LN", "SLK", "LOOSE",
        "MINI", "TRAVELER", "CASE", "CASES",
    ]

    private static let glasses: Set<String> = ["GLS", "GLASS", "GLASSES", "GLSS", "SNIFTER", "SNIFTERS"]

    static func apply(to draft: inout NameDraft) {
        glass(&draft)
        for index in draft.tokens.indices where draft.tokens[index].isOpen {
            let upper = draft.tokens[index].upper
            if upper == "GFT" || upper == "GIFT", draft.name.flags.contains(.giftWithGlass) {
                draft.consume(index)
            } else if pairStarts.contains(upper), let mark = marks["\(upper) \(draft.upper(index + 1))"] {
                note(mark, &draft)
                draft.consume(index..<index + 2)
            } else if upper == "BAG", draft.upper(index + 1) == "IN", draft.upper(index + 2) == "BOX" {
                note(.container(.bagInBox), &draft)
                draft.consume(index..<index + 3)
            } else if let mark = marks[upper], index > 0 || draft.isClipped {
                guard draft.isClipped || !clippedOnly.contains(upper) || isHandling(draft, index) else { continue }
                note(mark, &draft)
                draft.consume(index)
            } else if upper == "GFT" {
                draft.name.flags.insert(.giftSet)
                draft.consume(index)
            } else if upper == "REST", draft.style == .c {
                draft.name.flags.insert(.onPremise)
                draft.consume(index)
            } else if upper == "BIB" {
                draft.bibIndex = index
                draft.consume(index)
            }
        }
        variety(&draft)
        bonds(&draft)
    }

    /// `BIB` is bottled in bond for spirits and bag in box for wine; `SC` is a screwcap on wine.
    static func resolveByClass(_ draft: inout NameDraft) {
        guard let beverageClass = draft.name.beverageClass else { return }
        if let index = draft.bibIndex {
            if beverageClass.isWine {
                draft.name.container = .bagInBox
            } else if beverageClass.hasProof {
                draft.name.flags.insert(.bottledInBond)
                draft.tokens[index].role = .term(draft.terms.count)
                draft.terms.append(NameTerm(text: "Bottled in Bond", rank: .other, signals: [.bond]))
            }
        }
        guard beverageClass.isWine else { return }
        for index in draft.tokens.indices where draft.tokens[index].isOpen && draft.tokens[index].upper == "SC" {
            draft.name.flags.insert(.screwcap)
            draft.consume(index)
        }
    }

    /// `W/GLS`, `W/2 GLS`, `W/ 2 GLASSES`
    private static func glass(_ draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpen {
            let upper = draft.tokens[index].upper
            guard upper.hasPrefix("W/") else { continue }
            let rest = upper.dropFirst(2).drop { $0.isNumber }
            if glasses.contains(String(rest)) {
                draft.name.flags.insert(.giftWithGlass)
                draft.consume(index)
            } else if rest.isEmpty {
                let end = (index + 1...index + 3).first { glasses.contains(draft.upper($0)) }
                guard let end else { continue }
                draft.name.flags.insert(.giftWithGlass)
                draft.consume(index..<end + 1)
            }
        }
    }

    private static func note(_ mark: Mark, _ draft: inout NameDraft) {
        switch mark {
        case .container(let container): note(container, &draft)
        case .flag(let flag): draft.name.flags.insert(flag)
        case .both(let container, let flag):
            note(container, &draft)
            draft.name.flags.insert(flag)
        case .nothing: break
        }
    }

    /// "Bottle" says the least and gives way to any other word.
    private static func note(_ container: Container, _ draft: inout NameDraft) {
        if draft.name.container == nil || draft.name.container == .bottle { draft.name.container = container }
        if container == .keg { draft.isKeg = true }
    }

    /// Behind a size or at the end of a name the word is no part of it.
    private static func isHandling(_ draft: NameDraft, _ index: Int) -> Bool {
        guard index > 0 else { return false }
        return draft.tokens[index - 1].role == .consumed
            || draft.tokens[(index + 1)...].allSatisfy { $0.role == .consumed || marks[$0.upper] != nil }
    }

    private static func variety(_ draft: inout NameDraft) {
        if draft.terms.contains(where: { $0.signals.contains(.variety) }) { draft.name.flags.insert(.variety) }
    }

    private static func bonds(_ draft: inout NameDraft) {
        let signals = draft.signals
        if signals.contains(.singleBarrel) { draft.name.flags.insert(.singleBarrel) }
        if signals.contains(.bond) { draft.name.flags.insert(.bottledInBond) }
    }
}
