/// An amount of US dollars, in millionths: what a request to a model costs is often less than a cent.
package struct MicroDollars: RawRepresentable, Hashable, Comparable, Sendable {
    /// Millionths of a dollar.
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let zero = MicroDollars(rawValue: 0)

    /// An amount as it stands in settings: `5` or `0.25`; up to a million dollars, with up to six decimals.
    /// - Returns: nil for anything else, also for a negative one.
    package init?(_ text: String) {
        guard let parts = text.wholeMatch(of: #/([0-9]{1,7})(?:\.([0-9]{1,6}))?/#)?.output,
            let dollars = Int(parts.1), dollars <= 1_000_000
        else { return nil }
        let decimals = (parts.2.map(String.init) ?? "") + "000000"
        guard let millionths = Int(decimals.prefix(6)) else { return nil }
        rawValue = dollars * 1_000_000 + millionths
    }

    package static func < (left: MicroDollars, right: MicroDollars) -> Bool { left.rawValue < right.rawValue }

    package static func + (left: MicroDollars, right: MicroDollars) -> MicroDollars {
        MicroDollars(rawValue: left.rawValue + right.rawValue)
    }
}

extension MicroDollars: CustomStringConvertible {
    /// `$0.25`, with as many decimals as it takes, at least two.
    package var description: String {
        let (dollars, rest) = rawValue.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        var decimals = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        while decimals.utf8.count > 2, decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(rawValue < 0 ? "-" : "")$\(dollars).\(decimals)"
    }
}
