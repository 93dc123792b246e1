/// The content of one sales unit in whole millilitres.
package struct Volume: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1…`largest` when read from text.
    package let millilitres: Int

    package init(millilitres: Int) {
        self.millilitres = millilitres
    }

    /// Ten thousand litres: anything larger in a catalogue is a misreading.
    package static let largest = 10_000_000

    /// The volume of a single unit in `text`: "0,75 l", "750 mL bottle", "12 oz", "1/6 BBL".
    ///
    /// Nil for no volume, for zero, for more than `largest`, for a number that could be read in two ways, and for
    /// several units ("4 x 330 ml"): those are read by `PackagedVolume`.
    /// - Parameters:
    ///   - bareUnit: the unit of a number without one; nil refuses such numbers.
    ///   - mark: how the source writes decimals.
    package static func read(
        _ text: some StringProtocol, bareUnit: VolumeUnit? = nil, mark: DecimalMark = .either
    ) -> Volume? {
        guard let packaged = PackagedVolume.read(text, bareUnit: bareUnit, mark: mark), packaged.units == 1 else {
            return nil
        }
        return packaged.volume
    }

    /// Whether both are the same size on a shelf: equal within 1.5 %, which joins 12 oz (355 ml) with 35.5 cl and
    /// 11.2 oz (331 ml) with 330 ml, and keeps apart all legal sizes except some half per cent neighbours.
    package func isNearly(_ other: Volume) -> Bool {
        let range = 0...Self.largest
        guard range.contains(millilitres), range.contains(other.millilitres) else { return self == other }
        return abs(millilitres - other.millilitres) * 1_000 <= max(millilitres, other.millilitres) * 15
    }

    package static func < (left: Volume, right: Volume) -> Bool {
        left.millilitres < right.millilitres
    }

    /// `750 ml`, for logs and messages.
    package var description: String { "\(millilitres) ml" }
}
