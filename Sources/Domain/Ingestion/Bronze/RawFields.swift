import Foundation
import HTTPTypes

/// The fields of an answer as they are kept with it: without what opens doors, and not more than a page of them.
enum RawFields {
    static let most = 64
    static let longest = 2_048
    private static let secret: Set<String> = [
        "set-cookie", "set-cookie2", "cookie", "authorization", "proxy-authorization", "www-authenticate",
        "proxy-authenticate", "authentication-info", "x-csrf-token", "x-csrftoken", "x-auth-token",
        "x-amz-security-token",
    ]

    /// - Returns: a JSON list of pairs, in the order they came.
    static func text(_ fields: HTTPFields) -> String {
        var pairs: [[String]] = []
        for field in fields.prefix(most) {
            let name = field.name.canonicalName
            guard !secret.contains(name) else { continue }
            pairs.append([name, String(field.value.prefix(longest))])
        }
        let json = try? JSONEncoder().encode(pairs)
        return json.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    static func read(_ text: String) -> HTTPFields {
        var fields = HTTPFields()
        for pair in (try? JSONDecoder().decode([[String]].self, from: Data(text.utf8))) ?? [] where pair.count == 2 {
            guard let name = HTTPField.Name(pair[0]) else { continue }
            fields.append(HTTPField(name: name, value: pair[1]))
        }
        return fields
    }
}
