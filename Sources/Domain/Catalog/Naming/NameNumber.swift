/// A number in a name with at most two decimals, kept in hundredths.
struct NameNumber: Equatable {
    let hundredths: Int
    /// Digits before the mark, to tell `05` from `5`.
    let wholeDigits: Int

    /// Digits with at most one `.` or `,` between them; nil for anything else and for more than six whole digits.
    init?(_ text: Substring) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        let split = parts.count == 1 ? text.split(separator: ",", omittingEmptySubsequences: false) : parts
        guard split.count <= 2, let whole = split.first, (1...6).contains(whole.utf8.count),
            split.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } })
        else { return nil }
        let fraction = split.count == 2 ? split[1].prefix(2) : ""
        guard split.count == 1 || split[1].utf8.count <= 4 else { return nil }
        guard let value = Int(whole), let rest = Int((fraction + "00").prefix(2)) else { return nil }
        hundredths = value * 100 + rest
        wholeDigits = whole.utf8.count
        isWhole = split.count == 1
    }

    let isWhole: Bool

    /// The number without decimals, nil if it has some.
    var whole: Int? { isWhole ? hundredths / 100 : nil }
}
