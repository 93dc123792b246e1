/// What a site's robots.txt asks of one reader (RFC 9309), and the pace it asks for (not in the RFC, but meant).
package struct RobotsRules: Sendable, Hashable {
    private struct Rule: Sendable, Hashable {
        let pattern: RobotsPattern
        let isAllowed: Bool
    }

    /// Bytes of a file that are read; the RFC asks for 500 KiB at least.
    package static let mostBytes = 512 * 1024

    private var rules: [Rule] = []
    /// The longest gap between two requests that is asked for, in seconds: of `Crawl-delay` and `Request-rate`.
    package private(set) var gapSeconds: Double?
    /// When visits are welcome (`Visit-time`); nil for always.
    package private(set) var visitWindow: VisitWindow?
    /// Absolute addresses of site maps, for everybody.
    package private(set) var siteMaps: [String] = []
    /// Whether the file had a line that is of a robots.txt at all: an error page that came with 200 has none.
    package private(set) var wasUnderstood = false

    /// Nothing may be read: what holds while a site cannot say what may.
    package static let nothing: RobotsRules = {
        var rules = RobotsRules()
        rules.rules = [Rule(pattern: RobotsPattern("/"), isAllowed: false)]
        return rules
    }()

    /// Everything may be read.
    package static let everything = RobotsRules()

    private init() {}

    /// Reads a file.
    /// - Parameters:
    ///   - bytes: as they came; any bytes make rules, those nobody understands none.
    ///   - agent: the product token of the reader, such as `Tidemark`.
    package init(_ bytes: [UInt8], for agent: String) {
        var groups: [(agents: [String], lines: [(name: String, value: Substring)])] = []
        var isNaming = false
        for line in Self.lines(bytes) {
            guard let (name, value) = Self.split(line) else { continue }
            switch name {
            case "user-agent":
                wasUnderstood = true
                if !isNaming { groups.append(([], [])) }
                groups[groups.count - 1].agents.append(Self.token(value))
                isNaming = true
            case "sitemap":
                wasUnderstood = true
                if siteMaps.count < 1_000, !value.isEmpty { siteMaps.append(String(value)) }
            case "allow", "disallow", "crawl-delay", "request-rate", "visit-time":
                wasUnderstood = true
                isNaming = false
                // Before any group they are nobody's.
                if !groups.isEmpty { groups[groups.count - 1].lines.append((name, value)) }
            default: continue
            }
        }
        // All groups that name the reader are one; they stand in the place of those for everybody.
        let wanted = agent.lowercased()
        var own = groups.filter { $0.agents.contains(wanted) }
        if own.isEmpty { own = groups.filter { $0.agents.contains("*") } }
        for (name, value) in own.flatMap(\.lines) { take(name, value) }
    }

    /// Whether a path with its query may be read. `/robots.txt` always may.
    package func allows(_ pathAndQuery: String) -> Bool {
        if pathAndQuery == "/robots.txt" { return true }
        let path = RobotsPattern.normalised(pathAndQuery.utf8)
        var best: Rule?
        for rule in rules where rule.pattern.length >= best?.pattern.length ?? 0 && rule.pattern.matches(path) {
            // Of two that are as long the one that allows holds.
            if let best, best.pattern.length == rule.pattern.length, best.isAllowed { continue }
            best = rule
        }
        return best?.isAllowed ?? true
    }

    private mutating func take(_ name: String, _ value: Substring) {
        switch name {
        case "allow", "disallow":
            // An empty one says nothing.
            if !value.isEmpty { rules.append(Rule(pattern: RobotsPattern(value), isAllowed: name == "allow")) }
        case "crawl-delay":
            if let seconds = Double(value), seconds > 0, seconds.isFinite { widen(seconds) }
        case "request-rate":
            let parts = value.prefix { $0 != " " }.split(separator: "/")
            if parts.count == 2, let requests = Double(parts[0]), requests > 0, let seconds = Self.seconds(parts[1]) {
                widen(seconds / requests)
            }
        default:
            if let window = VisitWindow(value) { visitWindow = window }
        }
    }

    /// A day at most: whoever writes more means that nobody shall come, and says that with `Disallow`.
    private mutating func widen(_ seconds: Double) { gapSeconds = min(max(gapSeconds ?? 0, seconds), 86_400) }

    private static func seconds(_ text: Substring) -> Double? {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        let unit: Double? =
            switch text.dropFirst(digits.count).lowercased() {
            case "", "s": 1
            case "m": 60
            case "h": 3_600
            default: nil
            }
        guard let number = Double(digits), number > 0, let unit else { return nil }
        return number * unit
    }

    /// Lines end with LF, CR or both; what is beyond the size is not read.
    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        var bytes = bytes.prefix(mostBytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        return String(decoding: bytes, as: UTF8.self).split { $0.isNewline || $0 == "\0" }
    }

    /// The name in lower case, mended where people often mistype it, and the value without comment and spaces.
    private static func split(_ line: Substring) -> (name: String, value: Substring)? {
        let line = line.prefix { $0 != "#" }
        // The colon is forgotten now and then.
        guard let end = line.firstIndex(of: ":") ?? trimmed(line).firstIndex(where: \.isWhitespace) else { return nil }
        let name = trimmed(line[..<end]).lowercased()
        let value = trimmed(line[end...].dropFirst())
        let known = [
            "useragent": "user-agent", "user agent": "user-agent", "dissallow": "disallow", "dissalow": "disallow",
            "disalow": "disallow", "diasllow": "disallow", "crawldelay": "crawl-delay",
        ]
        return (known[name] ?? name, value)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }

    /// The product token of a `User-Agent` line: what is before a version or a comment.
    private static func token(_ value: Substring) -> String {
        value == "*" ? "*" : value.prefix { $0.isLetter || $0 == "-" || $0 == "_" }.lowercased()
    }
}
