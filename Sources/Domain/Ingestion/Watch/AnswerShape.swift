import Documents
import Foundation
import HTTPTypes

/// Which members the answers of a run have and of which type, counted: what tells a site that changed from goods that did.
struct AnswerShape: Sendable {
    /// Paths at most; what comes beyond is not counted.
    static let most = 400
    static let mostDepth = 8
    static let longestPath = 300

    private struct Count {
        var parents = 0
        var filled = 0
        var types: [String: Int] = [:]
    }

    private var counts: [String: Count] = [:]

    /// Takes an answer into account. What is neither JSON nor XML says nothing here.
    mutating func add(_ body: [UInt8], fields: HTTPFields, place: String) {
        let type = fields[.contentType] ?? ""
        if type.contains("json") {
            guard let value = try? JSONParser.parse(body) else { return }
            walk(value, at: place, depth: 0)
        } else if type.contains("xml"), let document = try? MarkupDocument(xml: body), let root = document.root {
            walk(root, at: place, depth: 0)
        }
    }

    private mutating func walk(_ value: JSONValue, at path: String, depth: Int) {
        guard depth <= Self.mostDepth else { return }
        switch value {
        case .object(let members):
            for member in members {
                // Ids as names would be as many paths as there are things.
                let name = member.key.allSatisfy(\.isNumber) ? "#" : member.key
                note("\(path).\(name)", type: Self.type(member.value), isFilled: Self.isFilled(member.value))
                walk(member.value, at: "\(path).\(name)", depth: depth + 1)
            }
            countParent(path)
        case .array(let values):
            for value in values { walk(value, at: "\(path)[]", depth: depth + 1) }
        default: return
        }
    }

    private mutating func walk(_ node: MarkupNode, at path: String, depth: Int) {
        guard depth <= 4 else { return }
        var seen: Set<String> = []
        // Of what comes several times within one, the first counts; items are ones of their own.
        for child in node.children where seen.insert(child.name).inserted || ["item", "entry"].contains(child.name) {
            let below = "\(path).\(child.name)"
            note(below, type: "element", isFilled: !child.text.isEmpty)
            walk(child, at: below, depth: depth + 1)
        }
        countParent(path)
    }

    /// Something that could have members stands here.
    private mutating func countParent(_ path: String) {
        guard counts[path] != nil || counts.count < 2 * Self.most && path.utf8.count <= Self.longestPath else { return }
        counts[path, default: Count()].parents += 1
    }

    private mutating func note(_ path: String, type: String, isFilled: Bool) {
        // What a source calls its members is its own affair; what is no name is not kept as one.
        guard counts[path] != nil || counts.count < Self.most && path.utf8.count <= Self.longestPath,
            !path.utf8.contains(0)
        else { return }
        var count = counts[path] ?? Count()
        count.types[type, default: 0] += 1
        if isFilled { count.filled += 1 }
        counts[path] = count
    }

    private static func type(_ value: JSONValue) -> String {
        switch value {
        case .object: "object"
        case .array: "list"
        case .string: "text"
        case .number: "number"
        case .bool: "flag"
        case .null: "null"
        }
    }

    private static func isFilled(_ value: JSONValue) -> Bool {
        switch value {
        case .null: false
        case .string(let text): !text.isEmpty
        case .array(let values): !values.isEmpty
        default: true
        }
    }

    /// By `answer:` and path: of the things that could have it, how many do, and of which type it is.
    var fields: [String: FieldProfile] {
        var result: [String: FieldProfile] = [:]
        for (path, count) in counts {
            let seen = count.types.values.reduce(0, +)
            guard seen > 0, let end = path.lastIndex(of: ".") else { continue }
            let above = counts[String(path[..<end])]?.parents ?? seen
            var profile = FieldProfile(records: max(above, seen), filled: count.filled)
            let commonest = count.types.filter { $0.key != "null" }.max { ($0.value, $1.key) < ($1.value, $0.key) }
            profile.commonest = commonest?.key
            profile.commonestCount = min(commonest?.value ?? 0, profile.filled)
            result[RunProfile.answerPrefix + path] = profile
        }
        return result
    }
}
