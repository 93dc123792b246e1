package import Foundation
package import SimulationSupport

/// How a source answers when nothing is wrong. Enforces what the real one does.
package protocol SimulatedSite: Sendable {
    func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step]
}

extension FakeSite.Step {
    package static func json(_ text: String, _ fields: [String: String] = [:], status: String = "200 OK")
        -> FakeSite.Step
    {
        .answer(status, fields.merging(["Content-Type": "application/json"]) { $1 }, Array(text.utf8))
    }
}

extension FakeSite.Asked {
    /// The path without its query.
    var place: String { String(path.prefix { $0 != "?" }) }

    /// Names and values of the query, in order, decoded.
    var query: [(name: String, value: String)] {
        guard let start = path.firstIndex(of: "?") else { return [] }
        return path[path.index(after: start)...].split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? "" }
            return (halves.first ?? "", halves.count == 2 ? halves[1] : "")
        }
    }

    func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

    func cookie(_ name: String) -> String? {
        for part in (field("cookie") ?? "").split(separator: ";") {
            let halves = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if halves.count == 2, halves[0] == name { return String(halves[1]) }
        }
        return nil
    }
}
