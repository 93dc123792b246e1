/// Finds pack tokens. `PackRules` decides what they mean.
enum PackGrammar {
    private static let containers: [String: Container] = ["CAN": .can, "CN": .can, "BTL": .bottle, "PET": .pet]
    private static let caseWords: Set<String> = ["CS", "CASE", "CTN", "CSE"]
    /// Sizes of beer, in hundredths of an ounce, that a beer house writes without a unit.
    private static let ounces: Set<Int> = [
        700, 800, 1_120, 1_200, 1_600, 1_690, 1_920, 2_200, 2_400, 2_500, 3_200, 4_000,
    ]
    private static let packWords: Set<String> = ["PK", "PACK", "PKS", "PACKS", "CT"]

    static func apply(to draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpen {
            if dashed(&draft, index) || caseOf(&draft, index) || !draft.tokens[index].hasDigit { continue }
            if slashed(&draft, index) || crossed(&draft, index) || lettered(&draft, index) { continue }
        }
    }

    /// `6/4PK`, `CAN6/4P`, `24/12OZ`, `2/12/12`, `6/CS`, `CS/12`, `6/4` beside a size.
    private static func slashed(_ draft: inout NameDraft, _ index: Int) -> Bool {
        var upper = draft.tokens[index].upper[...]
        guard upper.contains("/"), !isFraction(draft, index) else { return false }
        let prefix = String(upper.prefix { $0.isLetter })
        let container = containers[prefix]
        if container != nil { upper = upper.dropFirst(prefix.count) }
        let parts = upper.split(separator: "/", omittingEmptySubsequences: false)
        let found: Bool
        switch parts.count {
        case 2: found = pair(&draft, index, parts[0], parts[1])
        case 3: found = triple(&draft, index, parts)
        default: found = false
        }
        if found, let container { draft.name.container = container }
        return found
    }

    private static func pair(_ draft: inout NameDraft, _ index: Int, _ left: Substring, _ right: Substring) -> Bool {
        if caseWords.contains(String(left)), let units = count(right) {
            return add(.perCase(units), index, 1, &draft)
        }
        guard let units = count(left) else { return false }
        if caseWords.contains(String(right)) { return add(.perCase(units), index, 1, &draft) }
        if let inner = suffixed(right, ["PK", "PACK", "P", "PKS"]) {
            return add(.split(packs: units, perPack: inner), index, 1, &draft)
        }
        if let volume = SizeGrammar.single(right, style: draft.style) { return add(units, volume, index, 1, &draft) }
        guard let number = NameNumber(right) else { return false }
        let next = draft.upper(index + 1)
        if let unit = SizeGrammar.unit(next), let volume = SizeGrammar.volume(right, unit) {
            return add(units, volume, index, 2, &draft)
        }
        if packWords.contains(next), let inner = number.whole {
            return add(.split(packs: units, perPack: inner), index, 2, &draft)
        }
        if let millilitres = number.whole, millilitres >= 50, LegalSizes.mayBeMillilitres(millilitres) {
            return add(units, Volume(millilitres: millilitres), index, 1, &draft)
        }
        if draft.style == .d, units >= 6, ounces.contains(number.hundredths), !isSize(draft, index + 1),
            let volume = VolumeUnit.fluidOunces.volume(tenThousandths: Int64(number.hundredths) * 100)
        {
            return add(units, volume, index, 1, &draft)
        }
        guard let inner = number.whole, isSize(draft, index + 1) else { return false }
        return add(.eitherWay(units, inner), index, 1, &draft)
    }

    /// Whether a size with its unit begins at `index`.
    private static func isSize(_ draft: NameDraft, _ index: Int) -> Bool {
        SizeGrammar.single(draft.upper(index)[...], style: draft.style) != nil
            || SizeGrammar.unit(draft.upper(index + 1)) != nil
    }

    /// Packs / units in each / size in ounces, or in millilitres where the number can only be that.
    private static func triple(_ draft: inout NameDraft, _ index: Int, _ parts: [Substring]) -> Bool {
        guard let packs = count(parts[0]), let perPack = count(parts[1]), packs * perPack <= Pack.mostUnits else {
            return false
        }
        let volume: Volume?
        if let stated = SizeGrammar.single(parts[2], style: draft.style) {
            volume = stated
        } else if let number = NameNumber(parts[2]), number.hundredths <= 6_400 {
            volume = VolumeUnit.fluidOunces.volume(tenThousandths: Int64(number.hundredths) * 100)
        } else {
            volume = count(parts[2]).flatMap { LegalSizes.mayBeMillilitres($0) ? Volume(millilitres: $0) : nil }
        }
        guard let volume else { return false }
        setVolume(volume, index, &draft)
        return add(.split(packs: packs, perPack: perPack), index, 1, &draft)
    }

    /// `6X750`, `12X1000ML`, `4X6X330ML`, `6 X 750 ML`.
    private static func crossed(_ draft: inout NameDraft, _ index: Int) -> Bool {
        var text = draft.tokens[index].upper
        var length = 1
        if count(text[...]) != nil, draft.upper(index + 1) == "X" {
            text += "X" + draft.upper(index + 2)
            length = 3
        }
        let parts = text.split(separator: "X", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let first = count(parts[0]), let last = parts.last else { return false }
        let volume: Volume
        if let stated = SizeGrammar.single(last, style: draft.style) {
            volume = stated
        } else if let unit = SizeGrammar.unit(draft.upper(index + length)), let stated = SizeGrammar.volume(last, unit)
        {
            volume = stated
            length += 1
        } else if let number = count(last), LegalSizes.mayBeMillilitres(number) {
            volume = Volume(millilitres: number)
        } else {
            return false
        }
        if parts.count == 2 { return add(first, volume, index, length, &draft) }
        guard let perPack = count(parts[1]) else { return false }
        setVolume(volume, index, &draft)
        return add(.split(packs: first, perPack: perPack), index, length, &draft)
    }

    /// `12B`, `12PK`, `24P`, `12CS`, `CS12`, `PAD12`, `C24`, `A24`.
    private static func lettered(_ draft: inout NameDraft, _ index: Int) -> Bool {
        let upper = draft.tokens[index].upper[...]
        if let tray = prefixed(upper, "PAD") { return add(.pad(tray), index, 1, &draft) }
        if let units = suffixed(upper, ["CS", "CSE"]) ?? prefixed(upper, "CS") {
            return add(.perCase(units), index, 1, &draft)
        }
        if let units = suffixed(upper, ["PK", "PACK", "CT"]) { return add(.pack(units), index, 1, &draft) }
        if let units = count(upper), packWords.contains(draft.upper(index + 1)) {
            return add(.pack(units), index, 2, &draft)
        }
        if let units = suffixed(upper, ["B"]), draft.style == .b { return add(.loose(units), index, 1, &draft) }
        if let units = suffixed(upper, ["P"]) {
            switch draft.style {
            case .b: return add(.loose(units), index, 1, &draft)
            case .d: return add(.inner(units), index, 1, &draft)
            case nil: return add(.unclear, index, 1, &draft)
            default: return add(.pack(units), index, 1, &draft)
            }
        }
        guard draft.style == .d, index > 0 else { return false }
        for (letter, container) in [("C", Container.can), ("A", .aluminium)] {
            guard let units = prefixed(upper, letter) else { continue }
            draft.name.container = container
            return add(.count(units), index, 1, &draft)
        }
        return false
    }

    /// `CASE OF 12`
    private static func caseOf(_ draft: inout NameDraft, _ index: Int) -> Bool {
        guard draft.tokens[index].upper == "CASE", draft.upper(index + 1) == "OF",
            let units = count(draft.upper(index + 2)[...])
        else { return false }
        return add(.perCase(units), index, 3, &draft)
    }

    /// Portals: `… - 12 - 750ml Bottles Case`.
    private static func dashed(_ draft: inout NameDraft, _ index: Int) -> Bool {
        guard draft.upper(index) == "-", let units = count(draft.upper(index + 1)[...]), draft.upper(index + 2) == "-",
            SizeGrammar.single(draft.upper(index + 3)[...], style: draft.style) != nil
        else { return false }
        return add(.loose(units), index, 3, &draft)
    }

    private static func add(_ token: PackToken, _ index: Int, _ length: Int, _ draft: inout NameDraft) -> Bool {
        draft.packTokens.append(token)
        draft.consume(index..<index + length)
        return true
    }

    private static func add(
        _ units: Int, _ volume: Volume, _ index: Int, _ length: Int, _ draft: inout NameDraft
    ) -> Bool {
        setVolume(volume, index, &draft)
        return add(.sized(units), index, length, &draft)
    }

    private static func setVolume(_ volume: Volume, _ index: Int, _ draft: inout NameDraft) {
        if let known = draft.name.volume, known != volume { draft.name.flags.insert(.packConflict) }
        draft.name.volume = volume
        draft.sizeIndex = index
    }

    /// `1/2BBL`, `1/6 BBL`
    private static func isFraction(_ draft: NameDraft, _ index: Int) -> Bool {
        let upper = draft.tokens[index].upper
        return upper.hasSuffix("BBL") || ["BBL", "BARREL", "KEG"].contains(draft.upper(index + 1))
    }

    private static func count(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            let value = Int(text), value >= 1
        else { return nil }
        return value
    }

    private static func suffixed(_ text: Substring, _ suffixes: [String]) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = String(text.dropFirst(digits.count))
        guard suffixes.contains(rest), let value = count(digits), value <= Pack.mostUnits else { return nil }
        return value
    }

    private static func prefixed(_ text: Substring, _ prefix: String) -> Int? {
        guard text.hasPrefix(prefix) else { return nil }
        var rest = text.dropFirst(prefix.count)
        if rest.hasSuffix("P"), prefix == "PAD" { rest = rest.dropLast() }
        guard let value = count(rest), value <= Pack.mostUnits else { return nil }
        return value
    }
}
