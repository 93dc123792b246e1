/// A URL that may stand in an `href`, `action` or `src`, or in a `Location` header.
///
/// Links are made by the route enums of this module, or checked by ``external(_:)`` and ``local(_:)``. Templates accept
/// nothing else in those places, so text from outside can never become a `javascript:` URL.
package struct Link: Hashable, Sendable, CustomStringConvertible {
    /// The URL text, percent-encoded where needed, not HTML-escaped.
    package let text: String

    init(trusted text: String) {
        self.text = text
    }

    package var description: String { text }

    /// This page with a fragment, for jumping to evidence on it.
    ///
    /// - Parameter anchor: an element id; anything outside the unreserved characters is percent-encoded.
    package func at(_ anchor: String) -> Link {
        Link(trusted: text + "#" + PercentEncoding.encode(anchor))
    }

    /// A place on the same page.
    package static func anchor(_ anchor: String) -> Link {
        Link(trusted: "#" + PercentEncoding.encode(anchor))
    }
}
