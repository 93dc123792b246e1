import API
import Foundation
import TestSupport

/// A JSON document as Foundation's parser understands it.
enum JSONTree: Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case array([JSONTree])
    case object([String: JSONTree])

    static func parse(_ bytes: [UInt8]) throws -> JSONTree {
        try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
    }

    subscript(name: String) -> JSONTree? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    subscript(index: Int) -> JSONTree? {
        if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var array: [JSONTree]? {
        if case .array(let items) = self { items } else { nil }
    }

    var object: [String: JSONTree]? {
        if case .object(let members) = self { members } else { nil }
    }
}

extension JSONTree: Decodable {
    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Name.self) {
            var object: [String: JSONTree] = [:]
            for key in members.allKeys { object[key.stringValue] = try members.decode(JSONTree.self, forKey: key) }
            self = .object(object)
        } else if var items = try? decoder.unkeyedContainer() {
            var array: [JSONTree] = []
            while !items.isAtEnd { array.append(try items.decode(JSONTree.self)) }
            self = .array(array)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let bool = try? value.decode(Bool.self) {
                self = .bool(bool)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension JSONTree {
    /// Names an object of ``random(depth:using:)`` can have.
    private static let names: [StaticString] = ["a", "id", "best_price", "x y", "<b>", "minor_units"]

    static func random(depth: Int, using random: inout SeededRandom) -> JSONTree {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .number(random.double())
        case 3: return .text(random.text(upTo: 40))
        case 4:
            let count = Int.random(in: 0...5, using: &random)
            return .array((0..<count).map { _ in JSONTree.random(depth: depth - 1, using: &random) })
        default:
            var members: [String: JSONTree] = [:]
            for name in names where Bool.random(using: &random) {
                members["\(name)"] = JSONTree.random(depth: depth - 1, using: &random)
            }
            return .object(members)
        }
    }

    /// Writes the members of an object with our writer.
    func write(to fields: inout JSONFields) {
        for name in Self.names {
            switch self["\(name)"] {
            case nil: continue
            case .null?: fields.null(name)
            case .bool(let bool)?: fields.field(name, bool)
            case .number(let number)?: fields.field(name, number)
            case .text(let text)?: fields.field(name, text)
            case .array(let items)?: fields.array(name) { nested in items.forEach { $0.write(to: &nested) } }
            case .object?: fields.object(name) { nested in self["\(name)"]?.write(to: &nested) }
            }
        }
    }

    /// Writes this as an item of an array with our writer.
    func write(to items: inout JSONItems) {
        switch self {
        case .null: items.null()
        case .bool(let bool): items.item(bool)
        case .number(let number): items.item(number)
        case .text(let text): items.item(text)
        case .array(let nested): items.array { target in nested.forEach { $0.write(to: &target) } }
        case .object: items.object { write(to: &$0) }
        }
    }
}
