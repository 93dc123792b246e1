/// A volume with the number of units it is sold in: "4 x 330 ml", "24/12 oz", "750 ml".
package struct PackagedVolume: Hashable, Sendable, CustomStringConvertible {
    /// Of one unit.
    package let volume: Volume
    /// 1…`Pack.mostUnits`
    package let units: Int

    package init(volume: Volume, units: Int) {
        self.volume = volume
        self.units = units
    }

    package var description: String { units == 1 ? volume.description : "\(units) × \(volume)" }

    /// The volume and number of units in `text`; nil for no volume, a size that could be read in two ways, or several
    /// different sizes.
    ///
    /// Words around the size ("bottle", "hanapakkaus") are skipped; digits around it are not.
    package static func read(
        _ text: some StringProtocol, bareUnit: VolumeUnit? = nil, mark: DecimalMark = .either
    ) -> PackagedVolume? {
        var copy = String(text)
        return copy.withUTF8 { bytes in
            guard let pieces = SizePieces(bytes) else { return nil }
            return pieces.packagedVolume(bareUnit: bareUnit, mark: mark)
        }
    }
}
