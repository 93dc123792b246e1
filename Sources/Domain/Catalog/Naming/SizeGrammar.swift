/// The size of one unit: `750ML`, `1.0L`, `6.7Z`, `12 OZ`, `1/6 BBL`, `13.2 GAL`, and bare `750` where units are left
/// out.
enum SizeGrammar {
    private static let units: [String: VolumeUnit] = [
        "ML": .millilitres, "MLS": .millilitres, "CL": .centilitres, "L": .litres, "LT": .litres, "LTR": .litres,
        "LTRS": .litres, "LITER": .litres, "LITRE": .litres, "LITERS": .litres, "LITRES": .litres, "Z": .fluidOunces,
        "OZ": .fluidOunces, "FLOZ": .fluidOunces, "GAL": .gallons, "GALLON": .gallons, "BBL": .barrels,
    ]

    /// Sizes by their old names; only where nothing else states one.
    private static let names: [String: Int] = ["HANDLE": 1_750, "MAGNUM": 1_500, "FIFTH": 750]

    /// Takes the right-most size, unless a pack brought one.
    static func apply(to draft: inout NameDraft) {
        if draft.name.kind == .bundle {
            consumeAll(&draft)
            draft.name.volume = nil
            draft.name.ambiguous.insert(.size)
            return
        }
        guard draft.name.volume == nil else { return }
        for index in draft.tokens.indices.reversed() where draft.tokens[index].isOpenNumber {
            guard let (volume, length) = read(draft, index) else { continue }
            settle(volume, index, length, in: &draft)
            return
        }
    }

    /// Sizes without a unit, once handling marks no longer stand behind them.
    static func applyBare(to draft: inout NameDraft) {
        guard draft.name.volume == nil, draft.name.kind != .bundle else { return }
        bare(&draft)
        if draft.name.volume == nil { named(&draft) }
        // Style C leaves the usual size out; assuming it would be a guess.
        if draft.name.volume == nil, draft.style == .c { draft.name.ambiguous.insert(.size) }
    }

    /// The size a single token states with its unit.
    static func single(_ text: Substring, style: HouseStyle?) -> Volume? {
        guard let first = text.utf8.first, first &- UInt8(ascii: "0") < 10 || first == UInt8(ascii: ".") else {
            return nil
        }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "/") }
        let unit = text.dropFirst(digits.count)
        guard !unit.isEmpty else { return nil }
        if unit == "M" {
            // A house that cuts units short; elsewhere only where it cannot be anything else.
            guard let number = NameNumber(digits)?.whole, style == .b || LegalSizes.mayBeMillilitres(number) else {
                return nil
            }
            return Volume.read(digits, bareUnit: .millilitres, mark: .point)
        }
        guard let found = units[String(unit)] else { return nil }
        return volume(digits, found)
    }

    /// `digits` of `unit`; fractions only of barrels.
    static func volume(_ digits: Substring, _ unit: VolumeUnit) -> Volume? {
        let slashes = digits.utf8.count { $0 == UInt8(ascii: "/") }
        guard slashes == 0 || (unit == .barrels && slashes == 1) else { return nil }
        return Volume.read(digits, bareUnit: unit, mark: digits.contains(",") ? .comma : .point)
    }

    static func unit(_ upper: String) -> VolumeUnit? { units[upper] }

    private static func read(_ draft: NameDraft, _ index: Int) -> (Volume, Int)? {
        let upper = draft.tokens[index].upper
        if let volume = single(upper[...], style: draft.style) { return (volume, 1) }
        var end = index + 1
        if draft.upper(end) == "FL" { end += 1 }
        guard let unit = units[draft.upper(end)], let volume = volume(upper[...], unit) else { return nil }
        return (volume, end + 1 - index)
    }

    private static func settle(_ volume: Volume, _ index: Int, _ length: Int, in draft: inout NameDraft) {
        draft.name.volume = volume
        draft.sizeIndex = index
        var end = index + length
        let text = draft.tokens[index..<min(end, draft.tokens.count)].map(\.upper).joined()
        // From five gallons up, and 19.5 L to 50 L of beer, it is a keg.
        draft.isKeg = text.hasSuffix("BBL") || text.hasSuffix("GAL") && volume.millilitres > 18_000
        if draft.upper(end) == "BBL" || draft.upper(end) == "KEG" {
            draft.isKeg = true
            end += 1
        }
        var start = index
        if index > 0, ["K", "KEG"].contains(draft.upper(index - 1)) {
            draft.isKeg = true
            start -= 1
        }
        draft.consume(start..<end)
    }

    /// A number without a unit as the last word left: millilitres in styles C and G, open without a style.
    private static func bare(_ draft: inout NameDraft) {
        guard let index = draft.tokens.indices.last(where: { draft.tokens[$0].role != .consumed }), index > 0,
            draft.tokens[index].isOpen, let number = draft.tokens[index].number?.whole,
            LegalSizes.mayBeMillilitres(number)
        else { return }
        if draft.style == .c || draft.style == .g {
            settle(Volume(millilitres: number), index, 1, in: &draft)
        } else if draft.style == nil {
            draft.name.ambiguous.insert(.size)
        }
    }

    private static func named(_ draft: inout NameDraft) {
        for index in draft.tokens.indices.reversed() where index > 0 && draft.tokens[index].isOpen {
            guard let millilitres = names[draft.tokens[index].upper] else { continue }
            settle(Volume(millilitres: millilitres), index, 1, in: &draft)
            return
        }
    }

    private static func consumeAll(_ draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpenNumber {
            if let (_, length) = read(draft, index) { draft.consume(index..<index + length) }
        }
    }
}
