package import Foundation

/// A place between two rows of a sorted list: the row before or after it, by its sort key and id.
///
/// Its text form is opaque to people. Editing it can only move the place within the company's own rows.
package struct TrendPlace: Sendable, Hashable {
    package enum Key: Sendable, Hashable {
        case number(Double)
        case text(String)
        case count(Int)
        case price(currency: String, minorUnits: Int64)
    }

    package let key: Key
    package let product: UUID
    /// Whether the page ends before this row rather than beginning after it.
    package let isBefore: Bool
    /// The position of the page's first row in the list, from 1; a hint for "showing 51–100".
    package let position: Int

    package init(key: Key, product: UUID, isBefore: Bool, position: Int) {
        self.key = key
        self.product = product
        self.isBefore = isBefore
        self.position = max(1, position)
    }

    package var text: String {
        let parts: [String]
        switch key {
        case .number(let value): parts = ["n", String(value.bitPattern, radix: 16)]
        case .text(let value): parts = ["t", value]
        case .count(let value): parts = ["c", String(value)]
        case .price(let currency, let minor): parts = ["p", currency, String(minor)]
        }
        let plain = [isBefore ? "b" : "a", String(position), product.uuidString] + parts
        return Data(plain.joined(separator: "\u{1F}").utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The place of a text made by `text`; `nil` for any other.
    package init?(text: String) {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        guard let data = Data(base64Encoded: base64), let plain = String(data: data, encoding: .utf8) else {
            return nil
        }
        let parts = plain.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 5, parts[0] == "a" || parts[0] == "b", let position = Int(parts[1]), position > 0,
            position < 1_000_000_000, let product = UUID(uuidString: parts[2])
        else { return nil }
        switch (parts[3], parts.count) {
        case ("n", 5):
            guard let bits = UInt64(parts[4], radix: 16), !Double(bitPattern: bits).isNaN else { return nil }
            key = .number(Double(bitPattern: bits))
        case ("t", 5): key = .text(parts[4])
        case ("c", 5):
            guard let count = Int(parts[4]) else { return nil }
            key = .count(count)
        case ("p", 6):
            guard let minor = Int64(parts[5]) else { return nil }
            key = .price(currency: parts[4], minorUnits: minor)
        default: return nil
        }
        self.product = product
        isBefore = parts[0] == "b"
        self.position = position
    }
}
