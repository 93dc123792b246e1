/// Turns pack tokens into a pack, leaving open what the style does not settle.
enum PackRules {
    /// Packs that shops sell; used to tell which of two numbers is the inner pack.
    private static let packSizes: Set<Int> = [4, 6, 8, 9, 10, 12, 15, 18, 20, 24, 30, 36]

    static func settle(_ draft: inout NameDraft) {
        if draft.isKeg {
            draft.name.pack = Pack(units: 1, perPack: 1, packs: 1)
            draft.name.container = .keg
            return
        }
        guard draft.name.kind != .bundle else { return }
        let tokens = merged(draft.packTokens)
        guard let first = tokens.first else { return }
        let before = (draft.name.flags, draft.name.ambiguous)
        let pack = meaning(first, &draft)
        for token in tokens.dropFirst() {
            var copy = draft
            let other = meaning(token, &copy)
            guard other.units == nil || pack.units == nil || other.units == pack.units else {
                (draft.name.flags, draft.name.ambiguous) = before
                draft.name.flags.insert(.packConflict)
                draft.name.ambiguous.formUnion([.units, .packs, .perPack])
                return
            }
        }
        guard pack.units ?? 1 <= Pack.mostUnits else {
            draft.name.ambiguous.insert(.units)
            return
        }
        draft.name.pack = pack
    }

    /// `C24 … 12P` is one statement.
    private static func merged(_ tokens: [PackToken]) -> [PackToken] {
        guard tokens.count == 2 else { return tokens }
        switch (tokens[0], tokens[1]) {
        case (.count(let units), .inner(let perPack)), (.inner(let perPack), .count(let units)),
            (.sized(let units), .inner(let perPack)), (.inner(let perPack), .sized(let units)):
            return units % perPack == 0 ? [.split(packs: units / perPack, perPack: perPack)] : tokens
        default: return tokens
        }
    }

    private static func meaning(_ token: PackToken, _ draft: inout NameDraft) -> Pack {
        let isMini = draft.name.volume.map { $0.millilitres <= 100 } ?? false
        switch token {
        case .loose(let units), .count(let units):
            return loose(units)
        case .split(let packs, let perPack):
            return Pack(packs: packs, of: perPack) ?? Pack(units: .max)
        case .eitherWay(let left, let right):
            return eitherWay(left, right, &draft)
        case .sized(let units):
            return sized(units, &draft)
        case .perCase(let units):
            // Minis come in sleeves of ten or twelve that the case count hides.
            return isMini && units >= 60 ? open(units, &draft) : loose(units)
        case .inner(let units), .pack(let units):
            return packed(units, isMini: isMini, &draft)
        case .unclear:
            draft.name.ambiguous.formUnion([.units, .packs, .perPack])
            return Pack()
        case .pad(let units):
            // A sleeve of minis is an inner pack; larger bottles stand loose in their tray.
            if isMini {
                draft.name.ambiguous.insert(.packs)
                return Pack(perPack: units)
            }
            draft.name.flags.insert(.loose(units))
            return loose(units)
        }
    }

    private static func loose(_ units: Int) -> Pack {
        Pack(loose: units) ?? Pack(units: .max)
    }

    private static func open(_ units: Int, _ draft: inout NameDraft) -> Pack {
        draft.name.ambiguous.insert(.perPack)
        return Pack(units: units)
    }

    private static func eitherWay(_ left: Int, _ right: Int, _ draft: inout NameDraft) -> Pack {
        guard let pack = Pack(packs: left, of: right) else { return Pack(units: .max) }
        return packSizes.contains(right) && !packSizes.contains(left) ? pack : open(left * right, &draft)
    }

    /// In a beer house 18/12OZ may be one 18-pack; a case of 24 small units is the ordinary loose case.
    private static func sized(_ units: Int, _ draft: inout NameDraft) -> Pack {
        guard draft.style == .d, let volume = draft.name.volume else { return loose(units) }
        let isSmall = volume.millilitres < 500
        if isSmall, packSizes.contains(units), units != 24 { return open(units, &draft) }
        if isSmall, units == 24 { draft.name.flags.insert(.loose) }
        return loose(units)
    }

    private static func packed(_ units: Int, isMini: Bool, _ draft: inout NameDraft) -> Pack {
        if draft.style == .c { return loose(units) }
        if draft.style == .d || draft.style == .b, !isMini, units != 24 {
            // Thirty and more is a case by itself; how many smaller packs share one is not said.
            if units < 30 { draft.name.ambiguous.insert(.packs) }
            return Pack(units: units, perPack: units, packs: 1)
        }
        return open(units, &draft)
    }
}
