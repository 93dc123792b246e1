import Documents
import Foundation

/// Reading what sources write: the same field is a number here and a text there.
extension JSONValue {
    /// The members of a list; nil for anything else.
    var list: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    /// The first of some members that says anything, as text without blanks around it.
    func text(_ names: String...) -> String? {
        for name in names {
            switch self[name] {
            case .string(let text):
                let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
                if !text.isEmpty { return text }
            case .number(let digits): return digits
            default: continue
            }
        }
        return nil
    }

    /// A member that is a number, or a text that is one. The digits go into no floating point.
    func decimal(_ names: String...) -> Decimal? {
        for name in names {
            if let value = self[name]?.ownDecimal { return value }
        }
        return nil
    }

    /// The value itself as a number.
    var ownDecimal: Decimal? {
        let digits: String
        switch self {
        case .number(let text): digits = text
        case .string(let text): digits = text.trimmingCharacters(in: .whitespaces)
        default: return nil
        }
        guard digits.utf8.count <= 30, digits.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?/) != nil
        else { return nil }
        return Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
    }

    func integer(_ name: String) -> Int? {
        guard let value = decimal(name), value == value.whole, value.magnitude < 1_000_000_000_000 else { return nil }
        return NSDecimalNumber(decimal: value).intValue
    }

    func flag(_ name: String) -> Bool? {
        guard case .bool(let value) = self[name] else { return nil }
        return value
    }
}

extension Decimal {
    fileprivate var whole: Decimal {
        var (value, result) = (self, Decimal())
        NSDecimalRound(&result, &value, 0, .down)
        return result
    }
}
