/// Splits a template into tokens, taking away the lines on which a tag stands alone, as mustache does.
struct TemplateTokenizer {
    private let place: String
    private let source: [UInt8]
    private var position = 0
    private var line = 1
    private var tokens: [TemplateToken] = []

    init(place: String, source: String) {
        self.place = place
        self.source = Array(source.utf8)
    }

    /// All tokens.
    mutating func run() throws(TemplateProblem) -> [TemplateToken] {
        if source.contains(UInt8(ascii: "\r")) {
            throw TemplateProblem(place: place, reason: "has carriage returns; lines end with a line feed only")
        }
        while position < source.count {
            let start = position
            while position < source.count, !isOpening(position) { position += 1 }
            addText(start..<position)
            if position < source.count { try tag() }
        }
        return tokens
    }

    private func isOpening(_ index: Int) -> Bool {
        source[index] == UInt8(ascii: "{") && index + 1 < source.count && source[index + 1] == UInt8(ascii: "{")
    }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        tokens.append(TemplateToken(kind: .text, content: string(range), line: line))
        line += source[range].count { $0 == UInt8(ascii: "\n") }
    }

    private mutating func tag() throws(TemplateProblem) {
        let opening = position
        position += 2
        let sign = position < source.count ? source[position] : 0
        let kind = try kind(of: sign)
        if kind != .variable { position += 1 }
        let closing = kind == .raw ? Array("}}}".utf8) : Array("}}".utf8)
        let start = position
        while position < source.count, !source[position...].starts(with: closing) { position += 1 }
        guard position < source.count else { throw problem("a tag is not closed") }
        let name = string(start..<position).trimmed
        position += closing.count
        if kind != .comment { try check(name, kind: kind) }
        let token = TemplateToken(kind: kind, content: name, line: line)
        line += source[opening..<position].count { $0 == UInt8(ascii: "\n") }
        try standAlone(token, from: opening)
        if kind != .comment { tokens.append(token) }
    }

    private func kind(of sign: UInt8) throws(TemplateProblem) -> TemplateToken.Kind {
        switch sign {
        case UInt8(ascii: "#"): return .section
        case UInt8(ascii: "^"): return .inverted
        case UInt8(ascii: "/"): return .close
        case UInt8(ascii: ">"): return .partial
        case UInt8(ascii: "<"): return .parent
        case UInt8(ascii: "$"): return .block
        case UInt8(ascii: "!"): return .comment
        case UInt8(ascii: "{"): return .raw
        case UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "%"):
            throw problem("the tag sign \(Character(UnicodeScalar(sign))) is not part of the language used here")
        default: return .variable
        }
    }

    private func check(_ name: String, kind: TemplateToken.Kind) throws(TemplateProblem) {
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-/".utf8)
        guard !name.isEmpty, name.utf8.allSatisfy(allowed.contains) else {
            throw problem("\"\(name)\" is not a name")
        }
    }

    /// Removes the rest of the line when the tag stands alone on it. Tags that would pass their indentation on to what
    /// they insert must not be indented: the compiled page has no notion of it.
    private mutating func standAlone(_ token: TemplateToken, from opening: Int) throws(TemplateProblem) {
        guard token.kind != .variable, token.kind != .raw else { return }
        var before = opening
        while before > 0, isBlank(source[before - 1]) { before -= 1 }
        guard before == 0 || source[before - 1] == UInt8(ascii: "\n") else { return }
        let isIndented = before < opening
        if isIndented, token.kind == .block || token.kind == .parent {
            throw problem("an indented {{\(token.kind == .block ? "$" : "<")\(token.content)}} is not supported")
        }
        var after = position
        while after < source.count, isBlank(source[after]) { after += 1 }
        guard after == source.count || source[after] == UInt8(ascii: "\n") else { return }
        if isIndented, token.kind == .partial {
            throw problem("an indented {{> \(token.content)}} on its own line is not supported")
        }
        if isIndented, var last = tokens.last, last.kind == .text {
            last.content.removeLast(opening - before)
            tokens[tokens.count - 1] = last
        }
        if after < source.count { line += 1 }
        position = min(after + 1, source.count)
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: source[range], as: UTF8.self)
    }

    private func problem(_ reason: String) -> TemplateProblem {
        TemplateProblem(place: place, line: line, reason: reason)
    }
}

extension String {
    /// Without spaces and line ends around it.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
