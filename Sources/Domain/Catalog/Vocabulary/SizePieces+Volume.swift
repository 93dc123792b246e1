extension SizePieces {
    /// What the parts mean together, or nil where that is not certain.
    func packagedVolume(bareUnit: VolumeUnit?, mark: DecimalMark) -> PackagedVolume? {
        guard let unit = unit(bareUnit) else { return nil }
        guard let joint else { return single(first, unit, mark, units: 1) }
        if joint == .slash, let divisor = Int64(second), first == "1", (2...12).contains(divisor) {
            // "1/6 BBL" is a sixth; "1/2 L" could be half a litre or one bottle of two, so it is refused.
            guard unit == .barrels || unit == .gallons else { return nil }
            return unit.volume(tenThousandths: 10_000, dividedBy: divisor).map { PackagedVolume(volume: $0, units: 1) }
        }
        guard let units = Int(first), (1...Pack.mostUnits).contains(units) else { return nil }
        return single(second, unit, mark, units: units)
    }

    private func unit(_ bareUnit: VolumeUnit?) -> VolumeUnit? {
        guard let word = words.first else { return bareUnit }
        if word == "fl" { return words.dropFirst().first.map { $0.hasPrefix("o") } == true ? .fluidOunces : nil }
        return VolumeUnit(name: word)
    }

    private func single(_ number: String, _ unit: VolumeUnit, _ mark: DecimalMark, units: Int) -> PackagedVolume? {
        guard let value = Self.tenThousandths(number, unit, mark), let volume = unit.volume(tenThousandths: value)
        else {
            return nil
        }
        return PackagedVolume(volume: volume, units: units)
    }

    private static func tenThousandths(_ number: String, _ unit: VolumeUnit, _ mark: DecimalMark) -> Int64? {
        do throws(NumberProblem) {
            return try DecimalText.parse(number, mark: mark, scale: 4, extraDigits: .round)
        } catch {
            guard error == .ambiguous else { return nil }
            // Nobody sells 1 750 litres or 1.75 millilitres, so with these units only one reading is left.
            let isPoint = number.contains(".")
            let likely: DecimalMark
            switch unit {
            case .litres: likely = isPoint ? .point : .comma
            case .millilitres: likely = isPoint ? .comma : .point
            default: return nil
            }
            return try? DecimalText.parse(number, mark: likely, scale: 4, extraDigits: .round)
        }
    }
}
