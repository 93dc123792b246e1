/// Text out of markup, as a person would read it in one line.
package enum PlainText {
    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
        "section",
    ]
    private static let unseen: Set<String> = ["script", "style", "template", "noscript", "iframe"]

    /// - Parameter html: a fragment, or plain text with entities, also those that were encoded twice.
    package static func of(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return oneLine(html)
        }
        let once = read(html)
        // `&amp;#8217;` is `&#8217;` by now; a person's own `&` stays what it is.
        return once.contains(entity) ? read(once) : once
    }

    private static var entity: Regex<Substring> { /&#?[A-Za-z0-9]{2,8};/ }

    private static func read(_ html: String) -> String {
        guard let document = try? MarkupDocument(html: Array("<div>\(html)</div>".utf8), charset: "UTF-8"),
            let root = document.root
        else { return oneLine(html) }
        return oneLine(root.spacedText(blocks, leavingOut: unseen))
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
