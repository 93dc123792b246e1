/// How a source states strength when it writes only a number.
package enum StrengthUnit: String, Codable, Sendable, CaseIterable {
    /// 40 is 40 % by volume.
    case percent
    /// 0.4 is 40 % by volume.
    case fraction
    /// 80 is 40 % by volume (US).
    case proof

    /// The decimals that make the number a count of hundredths of this unit.
    var scale: Int { self == .fraction ? 4 : 2 }
}
