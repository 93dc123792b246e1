import Foundation

/// The OpenAPI document, and a check of values against its schemas: the part of JSON Schema the document uses.
struct Contract {
    let document: JSONTree

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        document = try JSONTree.parse(Array(Data(contentsOf: root.appending(path: "docs/openapi.json"))))
    }

    init(document: JSONTree) { self.document = document }

    func schema(_ name: String) -> JSONTree? { document["components"]?["schemas"]?[name] }

    /// What a reference stands for; anything else stands for itself.
    func resolved(_ node: JSONTree) -> JSONTree? {
        guard let reference = node["$ref"]?.text else { return node }
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(document as JSONTree?) { $0?[String($1)] }
    }

    /// Where `value` is not what `schema` says, one line each. A member the schema does not name is a finding too.
    func findings(_ value: JSONTree, against schema: JSONTree, at path: String = "$") -> [String] {
        guard let schema = resolved(schema) else { return ["\(path): broken reference"] }
        var findings: [String] = []
        let unheard = Set(schema.object?.keys.map { $0 } ?? []).subtracting(Self.understood)
        if !unheard.isEmpty { findings.append("\(path): the check does not understand \(unheard.sorted())") }
        let types = types(of: schema)
        if !types.contains(where: { Self.value(value, is: $0) }) { findings.append("\(path): is not \(types)") }
        if let allowed = schema["enum"]?.array, !allowed.contains(value) {
            findings.append("\(path): is not in the enum")
        }
        switch value {
        case .object(let members): findings += check(members, schema, path)
        case .array(let items):
            guard let inner = schema["items"] else { return findings + ["\(path): items are not documented"] }
            for (index, item) in items.enumerated() {
                findings += self.findings(item, against: inner, at: "\(path)[\(index)]")
            }
        case .number(let number):
            if let least = schema["minimum"]?.number, number < least { findings.append("\(path): is below \(least)") }
            if let most = schema["maximum"]?.number, number > most { findings.append("\(path): is above \(most)") }
        case .text(let text):
            if let format = schema["format"]?.text, !Self.text(text, hasFormat: format) {
                findings.append("\(path): is no \(format)")
            }
            if let pattern = schema["pattern"]?.text, text.range(of: pattern, options: .regularExpression) == nil {
                findings.append("\(path): does not match \(pattern)")
            }
        case .null, .bool: break
        }
        return findings
    }

    private static let understood: Set<String> = [
        "type", "description", "properties", "required", "items", "enum", "minimum", "maximum", "format", "pattern",
    ]

    private func check(_ members: [String: JSONTree], _ schema: JSONTree, _ path: String) -> [String] {
        let documented = schema["properties"]?.object ?? [:]
        var findings: [String] = []
        for name in members.keys.sorted() {
            guard let inner = documented[name], let value = members[name] else {
                findings.append("\(path).\(name): is not documented")
                continue
            }
            findings += self.findings(value, against: inner, at: "\(path).\(name)")
        }
        for name in schema["required"]?.array ?? [] where members[name.text ?? ""] == nil {
            findings.append("\(path).\(name.text ?? "?"): is missing")
        }
        return findings
    }

    /// The types a schema allows.
    func types(of schema: JSONTree) -> [String] {
        schema["type"]?.text.map { [$0] } ?? schema["type"]?.array?.compactMap(\.text) ?? []
    }

    private static func value(_ value: JSONTree, is type: String) -> Bool {
        switch (value, type) {
        case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.text, "string"), (.array, "array"),
            (.object, "object"):
            true
        case (.number(let number), "integer"): number.rounded() == number
        default: false
        }
    }

    private static func text(_ text: String, hasFormat format: String) -> Bool {
        let pattern: String? =
            switch format {
            case "uuid": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
            case "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            case "date-time": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
            default: nil
            }
        return pattern.map { text.range(of: $0, options: .regularExpression) != nil } ?? false
    }
}
