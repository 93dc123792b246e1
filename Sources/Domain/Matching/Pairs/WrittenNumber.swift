import Foundation

/// Numbers as shops write them.
enum WrittenNumber {
    /// One spelling for equal numbers: no thousands, a point for decimals, no zeros at either end.
    static func normal(_ text: String) -> String {
        var number = text
        if number.contains(",") {
            let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
            let isGrouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
            number = number.replacing(",", with: isGrouped ? "" : ".")
        }
        let points = number.count { $0 == "." }
        if points > 1 { return number.replacing(".", with: "") }
        if points == 1 {
            while number.hasSuffix("0") { number.removeLast() }
            if number.hasSuffix(".") { number.removeLast() }
        } else {
            number = String(number.drop { $0 == "0" })
        }
        return number.isEmpty ? "0" : number
    }

    /// The number of a cell, such as `$1,299.00`; NaN for none.
    static func value(_ text: String?) -> Double {
        guard let text else { return .nan }
        let plain = text.replacing("$", with: "").replacing(",", with: "").trimmingCharacters(in: .whitespaces)
        guard let value = Double(plain), value.isFinite else { return .nan }
        return value
    }
}
