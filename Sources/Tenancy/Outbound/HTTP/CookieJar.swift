import Synchronization

/// The cookies of one connection of one company; never shared between two (G-EGR-02). Matching hosts and paths is libcurl's work; the jar
/// only keeps its lines between requests.
package final class CookieJar: Sendable {
    /// A cookie by what makes it one: domain, path and name.
    private let lines = Mutex<[String: String]>([:])

    package init() {}

    /// Lines in libcurl's form (Netscape's, seven fields with tabs between), for keeping a session between two runs. A secret.
    package var contents: [String] {
        get { lines.withLock { $0.values.sorted() } }
        set { lines.withLock { $0 = Self.indexed(newValue) } }
    }

    package var isEmpty: Bool { lines.withLock(\.isEmpty) }

    /// The value of a cookie, of whichever path; nil without one.
    package func value(of name: String) -> String? {
        for line in contents {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            if fields.count == 7, fields[5] == name { return String(fields[6]) }
        }
        return nil
    }

    /// Sets a cookie of one host until the end of the session. What would not be one cookie is not set.
    package func set(_ name: String, to value: String, host: String) {
        guard !(name + value + host).utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: ";") || $0 == 0x7F })
        else { return }
        let line = [host, "FALSE", "/", "FALSE", "0", name, value].joined(separator: "\t")
        lines.withLock { $0.merge(Self.indexed([line])) { $1 } }
    }

    /// Takes over what an exchange left behind that began with `before`: what it changed, and what it dropped.
    /// - Parameter now: seconds since the Unix epoch; what has expired by then is dropped.
    func merge(_ after: [String], before: [String], now: Int) {
        let old = Self.indexed(before)
        let new = Self.indexed(after.filter { !Self.hasExpired($0, now: now) })
        lines.withLock { lines in
            for key in old.keys where new[key] == nil { lines[key] = nil }
            for (key, line) in new where old[key] != line { lines[key] = line }
        }
    }

    /// The fifth field is when, or 0 for the end of the session.
    private static func hasExpired(_ line: String, now: Int) -> Bool {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 6, let expires = Int(fields[4]) else { return true }
        return expires != 0 && expires <= now
    }

    private static func indexed(_ lines: [String]) -> [String: String] {
        var result: [String: String] = [:]
        for line in lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 6 else { continue }
            result["\(fields[0])\t\(fields[2])\t\(fields[5])"] = line
        }
        return result
    }
}
