/// A piece of a template's text: plain text between tags, or one tag.
struct TemplateToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case text, variable, raw, section, inverted, close, partial, parent, block, comment
    }

    let kind: Kind
    /// The text itself, or the name in the tag.
    var content: String
    let line: Int
}
