import Catalog

/// Texts of cells to typed values with notes about what cannot be read. Pure.
enum CellValues {
    /// A text as it appears in a note: in quotes, and not too long.
    static func quoted(_ text: String) -> String {
        text.count > 60 ? "\"\(text.prefix(60))…\"" : "\"\(text)\""
    }

    static func size(_ plan: RulePlan, _ text: String) -> Noted<PackagedVolume> {
        guard case .size(let unit) = plan.reading,
            let size = PackagedVolume.read(text, bareUnit: unit, mark: plan.decimal)
        else { return .note(.size, plan, "The size \(quoted(text)) could not be read; ignored.") }
        // Below a minibar sip and above a hogshead, a size is more likely a slip than a product.
        guard (10...250_000).contains(size.volume.millilitres) else {
            return Noted(
                value: size,
                note: RowNote(
                    kind: .size, column: plan.columnName,
                    text: "The size \(quoted(text)) is unusual (\(size.volume.millilitres) ml)."))
        }
        return .value(size)
    }

    static func strength(_ plan: RulePlan, _ text: String) -> Noted<Strength> {
        let found: Strength? =
            switch plan.reading {
            case .fraction: Strength.read(text, bareUnit: .fraction, mark: plan.decimal)
            case .proof: Strength.read(text, bareUnit: .proof, mark: plan.decimal)
            case .percentOrUnderProof: UnderProof.read(text, mark: plan.decimal)
            default: Strength.read(text, bareUnit: .percent, mark: plan.decimal)
            }
        guard let found else {
            return .note(.strength, plan, "The strength \(quoted(text)) could not be read; ignored.")
        }
        return .value(found)
    }

    /// A whole number within `range`; outside it, or unreadable, a note of `kind` about `noun`.
    static func integer(
        _ plan: RulePlan, _ text: String, _ range: ClosedRange<Int>, kind: RowNote.Kind, noun: String
    ) -> Noted<Int> {
        let scaled = try? DecimalText.parse(text, mark: plan.decimal, scale: 0)
        guard let scaled, let number = Int(exactly: scaled) else {
            return .note(kind, plan, "The \(noun) \(quoted(text)) is not a whole number; ignored.")
        }
        guard range.contains(number) else {
            return .note(
                kind, plan,
                "The \(noun) \(number) is not between \(range.lowerBound) and \(range.upperBound); ignored.")
        }
        return .value(number)
    }

    static func vintage(_ plan: RulePlan, _ text: String, latest: Int) -> Noted<Int>? {
        if plan.reading == .vintageFromName {
            return VintageText.inName(text, latest: latest).map { .value($0) }
        }
        guard let year = Int(text), (1900...latest).contains(year) else {
            return .note(.vintage, plan, "The vintage \(quoted(text)) is not a year; ignored.")
        }
        return .value(year)
    }
}
