/// Builds the tree of a template from its tokens.
struct TemplateParser {
    private let place: String
    private let tokens: [TemplateToken]
    private var position = 0

    /// Parses a whole template.
    static func parse(_ source: String, place: String) throws(TemplateProblem) -> [TemplateNode] {
        var tokenizer = TemplateTokenizer(place: place, source: source)
        var parser = TemplateParser(place: place, tokens: try tokenizer.run())
        return try parser.nodes(until: nil)
    }

    private init(place: String, tokens: [TemplateToken]) {
        self.place = place
        self.tokens = tokens
    }

    private mutating func nodes(until opener: TemplateToken?) throws(TemplateProblem) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while position < tokens.count {
            let token = tokens[position]
            position += 1
            if token.kind == .close {
                guard token.content == opener?.content else {
                    throw problem(token, "{{/\(token.content)}} closes nothing that is open here")
                }
                return nodes
            }
            if let node = try node(token) { nodes.append(node) }
        }
        if let opener {
            throw problem(opener, "\(opener.content) is never closed")
        }
        return nodes
    }

    private mutating func node(_ token: TemplateToken) throws(TemplateProblem) -> TemplateNode? {
        switch token.kind {
        case .text: return .text(token.content, line: token.line)
        case .variable: return .variable(token.content, raw: false, line: token.line)
        case .raw: return .variable(token.content, raw: true, line: token.line)
        case .section, .inverted:
            let inner = try nodes(until: token)
            return .section(token.content, inverted: token.kind == .inverted, inner, line: token.line)
        case .partial: return .partial(token.content, line: token.line)
        case .parent: return .parent(token.content, blocks: try blocks(of: token), line: token.line)
        case .block: return .block(token.content, try nodes(until: token), line: token.line)
        case .comment, .close: return nil
        }
    }

    private mutating func blocks(of parent: TemplateToken) throws(TemplateProblem) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for node in try nodes(until: parent) {
            switch node {
            case .block(let name, let content, _):
                if case .text(let text, _) = content.first, text.first == " " || text.first == "\t" {
                    throw problem(parent, "the block \(name) begins with an indented line, which is not supported")
                }
                blocks[name] = content
            case .text(let text, _) where text.allSatisfy(\.isWhitespace):
                continue
            default:
                throw problem(parent, "only blocks may stand inside {{< \(parent.content)}}")
            }
        }
        return blocks
    }

    private func problem(_ token: TemplateToken, _ reason: String) -> TemplateProblem {
        TemplateProblem(place: place, line: token.line, reason: reason)
    }
}
