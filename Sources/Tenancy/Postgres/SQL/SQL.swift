/// SQL text whose interpolated values are bound, never pasted: `"… WHERE slug = \(slug)"` sends `$1` and the value apart.
///
/// Text that must be pasted (an identifier chosen by code, never by a person) goes through `\(unsafe: …)`.
package struct SQL: ExpressibleByStringInterpolation, Sendable, Hashable {
    package private(set) var text: String
    package private(set) var bindings: [Binding]

    package init(stringLiteral value: String) {
        text = value
        bindings = []
    }

    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        bindings = stringInterpolation.bindings
    }

    /// Text that code composed from literals only.
    package init(unsafe text: String) {
        self.text = text
        bindings = []
    }

    package struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var bindings: [Binding] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            bindings.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(binding: Binding) {
            bindings.append(binding)
            text += "$\(bindings.count)"
        }

        package mutating func appendInterpolation(_ value: some PostgresEncodable) {
            appendInterpolation(binding: value.binding)
        }

        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            appendInterpolation(binding: value?.binding ?? Binding(type: Value.postgresType, bytes: nil))
        }

        package mutating func appendInterpolation<Element: PostgresEncodable>(_ values: [Element]) {
            appendInterpolation(binding: values.binding)
        }

        package mutating func appendInterpolation<Element: PostgresEncodable>(_ values: ArrayBinding<Element>) {
            appendInterpolation(binding: values.binding)
        }

        /// A fragment with its own bindings, renumbered.
        package mutating func appendInterpolation(_ fragment: SQL) {
            guard !fragment.bindings.isEmpty else {
                text += fragment.text
                return
            }
            text += SQL.renumber(fragment.text, by: bindings.count)
            bindings += fragment.bindings
        }

        package mutating func appendInterpolation(unsafe raw: String) { text += raw }

        /// A whole number written into the text, where the planner must see it to keep one plan for all: it takes an
        /// unknown LIMIT for a tenth of the table and would plan each time anew.
        package mutating func appendInterpolation(literal number: Int) { text += "\(number)" }
    }

    /// Fragments with a separator between them.
    package static func joined(_ fragments: [SQL], separator: String) -> SQL {
        var result = Interpolation(literalCapacity: 0, interpolationCount: fragments.count)
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { result.appendLiteral(separator) }
            result.appendInterpolation(fragment)
        }
        return SQL(stringInterpolation: result)
    }

    /// Moves every `$n` by `offset`. Fragments come from this type, so a `$` followed by digits is always a parameter.
    private static func renumber(_ text: String, by offset: Int) -> String {
        guard offset > 0 else { return text }
        var result = ""
        var number = ""
        var inParameter = false
        for character in text {
            if inParameter, character.isASCII, character.isNumber {
                number.append(character)
                continue
            }
            if inParameter {
                result += Int(number).map { String($0 + offset) } ?? number
                number = ""
                inParameter = false
            }
            result.append(character)
            if character == "$" { inParameter = true }
        }
        if inParameter { result += Int(number).map { String($0 + offset) } ?? number }
        return result
    }
}
