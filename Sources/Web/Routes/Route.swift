/// A URL of Tidemark. One enum per area conforms; handlers register its patterns, pages and tests use its paths.
package protocol Route: Hashable, Sendable {
    /// The patterns of the area in the router's syntax: fixed parts and `{parameter}` segments.
    associatedtype Pattern: RawRepresentable<String>, CaseIterable, Hashable, Sendable

    /// The pattern this URL matches.
    var pattern: Pattern { get }

    /// The URL itself, encoded.
    var link: Link { get }
}

extension Route {
    /// The URL as text, encoded, with its query.
    package var path: String { link.text }
}
