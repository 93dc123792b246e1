/// Where in the HTML a template is, byte by byte: the linter that runs at boot.
///
/// Escaping `& < > " '` protects element text and quoted attribute values, and nothing else. This type refuses the rest:
/// variables in tag names, in unquoted values, in URLs (unless they are a ``Routes/Link``), in `style` and event
/// attributes, in scripts and style sheets. It also refuses what the content security policy forbids: inline scripts,
/// inline styles and event handlers. Comments are refused because a reader would see them (write `{{! … }}`).
struct MarkupContext: Hashable, Sendable {
    /// What a variable shows.
    enum Content: Hashable, Sendable {
        case text, link, markup
    }

    /// A rule that was broken, as part of a sentence.
    struct Violation: Error, Hashable {
        let reason: String
    }

    private enum Place: Hashable, Sendable {
        case text
        case tagOpen
        case tagName
        case inTag
        case attributeName
        case afterEquals
        /// In a quoted value; `isStart` until something is in it.
        case value(quote: UInt8, isStart: Bool)
        /// After a link variable: only the closing quote may follow.
        case valueEnd(quote: UInt8)
        /// After `<script …>`: only its end tag may follow.
        case emptyScript
    }

    private var place = Place.text
    private var tag = ""
    private var attribute = ""

    /// Attributes whose value a browser loads or follows.
    static let urlAttributes: Set<String> = [
        "href", "src", "action", "formaction", "poster", "data", "cite", "srcset", "manifest", "ping", "background",
    ]

    /// Follows literal HTML.
    mutating func scan(_ bytes: [UInt8]) throws(Violation) {
        for byte in bytes {
            try take(byte)
        }
    }

    /// Follows a variable of a kind.
    mutating func show(_ content: Content) throws(Violation) {
        switch (place, content) {
        case (.text, .text), (.text, .markup):
            return
        case (.value(let quote, let isStart), _):
            guard content != .markup else { throw Violation(reason: "markup inside an attribute") }
            let isURL = Self.urlAttributes.contains(attribute)
            guard isURL == (content == .link) else {
                throw Violation(
                    reason: isURL ? "only a link may be shown in \(attribute)" : "a link outside a URL attribute")
            }
            guard !isURL || isStart else { throw Violation(reason: "a link must be the whole value of \(attribute)") }
            place = isURL ? .valueEnd(quote: quote) : .value(quote: quote, isStart: false)
        case (.text, .link):
            throw Violation(reason: "a link outside a URL attribute")
        default:
            throw Violation(reason: "a variable outside element text and quoted attribute values")
        }
    }

    /// The end of a page must be outside any tag.
    func finish(place name: String) throws(TemplateProblem) {
        guard place == .text else {
            throw TemplateProblem(place: name, reason: "ends inside a tag")
        }
    }

    func isSamePlace(as other: MarkupContext) -> Bool {
        switch (place, other.place) {
        case (.value(let mine, _), .value(let theirs, _)): mine == theirs && attribute == other.attribute
        default: place == other.place
        }
    }

    private mutating func take(_ byte: UInt8) throws(Violation) {
        switch place {
        case .text:
            if byte == UInt8(ascii: "<") { place = .tagOpen }
        case .tagOpen:
            tag = String(UnicodeScalar(byte)).lowercased()
            place = .tagName
        case .tagName:
            try takeInTagName(byte)
        case .inTag:
            if byte == UInt8(ascii: ">") { return endTag() }
            if isSpace(byte) || byte == UInt8(ascii: "/") { return }
            attribute = String(UnicodeScalar(byte)).lowercased()
            place = .attributeName
        case .attributeName:
            try takeInAttributeName(byte)
        case .afterEquals:
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
                throw Violation(reason: "the value of \(attribute) is not quoted")
            }
            place = .value(quote: byte, isStart: true)
        case .value(let quote, let isStart):
            if byte == quote { place = .inTag; return }
            if isStart, Self.urlAttributes.contains(attribute), byte != UInt8(ascii: "#") {
                throw Violation(reason: "the URL in \(attribute) is written by hand; use a route")
            }
            place = .value(quote: quote, isStart: false)
        case .valueEnd(let quote):
            guard byte == quote else { throw Violation(reason: "a link must be the whole value of \(attribute)") }
            place = .inTag
        case .emptyScript:
            guard byte == UInt8(ascii: "<") else { throw Violation(reason: "an inline script") }
            place = .tagOpen
        }
    }

    private mutating func takeInTagName(_ byte: UInt8) throws(Violation) {
        if tag == "!", byte == UInt8(ascii: "-") { throw Violation(reason: "an HTML comment") }
        if byte == UInt8(ascii: ">") || isSpace(byte) {
            guard tag != "style" else { throw Violation(reason: "an inline style sheet") }
            place = .inTag
            if byte == UInt8(ascii: ">") { endTag() }
        } else {
            tag.unicodeScalars.append(UnicodeScalar(byte))
            tag = tag.lowercased()
        }
    }

    private mutating func takeInAttributeName(_ byte: UInt8) throws(Violation) {
        switch byte {
        case UInt8(ascii: "="):
            guard attribute != "style", attribute != "srcdoc", !attribute.hasPrefix("on") else {
                throw Violation(reason: "the attribute \(attribute)")
            }
            place = .afterEquals
        case UInt8(ascii: ">"): endTag()
        case _ where isSpace(byte): place = .inTag
        default:
            attribute.unicodeScalars.append(UnicodeScalar(byte))
            attribute = attribute.lowercased()
        }
    }

    private mutating func endTag() {
        place = tag == "script" ? .emptyScript : .text
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    }
}
