/// Markup that templates may show with `{{{ }}}`.
///
/// It can only be made by ``MarkupWriter``, which escapes every text and attribute it is given, so none of it can come
/// from outside. There is deliberately no initialiser from text.
package struct SafeMarkup: Hashable, Sendable {
    /// UTF-8.
    package let bytes: [UInt8]

    fileprivate init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Writes SVG elements: names are literals of our code, everything else is escaped.
struct MarkupWriter {
    private var buffer: HTMLBuffer

    init(capacity: Int) {
        buffer = HTMLBuffer(capacity: capacity)
    }

    /// Opens an element, runs `content`, and closes it.
    mutating func element(_ name: StaticString, _ attributes: [Attribute], _ content: (inout MarkupWriter) -> Void) {
        start(name, attributes, close: ">")
        content(&self)
        buffer.append("</")
        buffer.append(name)
        buffer.append(">")
    }

    /// An element without content.
    mutating func element(_ name: StaticString, _ attributes: [Attribute]) {
        start(name, attributes, close: "/>")
    }

    /// An element with text.
    mutating func element(_ name: StaticString, _ attributes: [Attribute], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    mutating func text(_ text: String) {
        buffer.append(escaping: text)
    }

    /// Everything written so far.
    func finish() -> SafeMarkup {
        SafeMarkup(bytes: buffer.bytes)
    }

    private mutating func start(_ name: StaticString, _ attributes: [Attribute], close: StaticString) {
        buffer.append("<")
        buffer.append(name)
        for attribute in attributes {
            buffer.append(" ")
            buffer.append(attribute.name)
            buffer.append("=\"")
            buffer.append(escaping: attribute.value)
            buffer.append("\"")
        }
        buffer.append(close)
    }
}
