import Foundation

/// Arguments as people may see them. Members whose kind says so, and members whose names sound like a secret, show as
/// `[redacted]` whatever they hold, at any depth; so does JSON inside a text. Arguments that are not JSON are not shown.
package struct RedactedArguments: Sendable, Hashable {
    package static let mark = "[redacted]"
    static let soundsSecret = ["password", "secret", "token", "key", "cookie"]

    /// Indented JSON with sorted members; `nil` when the arguments are not JSON.
    package let text: String?
    /// Texts that were taken out, longest first: an error may repeat one.
    private let secrets: [String]

    /// - Parameter names: of the kind's settings; empty for a kind this process does not know.
    package init(_ json: String, names: Set<String>) {
        var secrets: Set<String> = []
        let names = Set(names.map { $0.lowercased() })
        let shown = Self.parse(json).flatMap { Self.write(Self.shown($0, names, &secrets)) }
        text = shown
        self.secrets = secrets.filter { $0.count >= 6 }.sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// A text that belongs to the job, without what was redacted in its arguments.
    package func masking(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: Self.mark) }
    }

    private static func parse(_ json: String) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(json.utf8), options: [.fragmentsAllowed])
    }

    private static func write(_ value: Any) -> String? {
        let options: JSONSerialization.WritingOptions = [
            .prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed,
        ]
        return (try? JSONSerialization.data(withJSONObject: value, options: options)).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func isSecret(_ name: String, _ names: Set<String>) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || soundsSecret.contains { name.contains($0) }
    }

    private static func shown(_ value: Any, _ names: Set<String>, _ secrets: inout Set<String>) -> Any {
        switch value {
        case let members as [String: Any]:
            var shown: [String: Any] = [:]
            for (name, member) in members {
                if isSecret(name, names) {
                    collect(member, &secrets)
                    shown[name] = mark
                } else {
                    shown[name] = self.shown(member, names, &secrets)
                }
            }
            return shown
        case let items as [Any]: return items.map { shown($0, names, &secrets) }
        case let text as String:
            guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[",
                let inner = parse(text),
                let written = write(shown(inner, names, &secrets))
            else { return text }
            return written
        default: return value
        }
    }

    private static func collect(_ value: Any, _ secrets: inout Set<String>) {
        switch value {
        case let members as [String: Any]: for member in members.values { collect(member, &secrets) }
        case let items as [Any]: for item in items { collect(item, &secrets) }
        case let text as String: secrets.insert(text)
        default: break
        }
    }
}
