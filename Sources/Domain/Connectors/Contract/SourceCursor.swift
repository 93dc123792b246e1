/// Where to go on: what a connector needs to find the next page of a source, kept between runs. Says nothing secret.
package struct SourceCursor: Sendable, Hashable, Codable {
    /// Names and values of the connector's own.
    package var values: [String: String]

    package init(_ values: [String: String] = [:]) {
        self.values = values
    }

    package subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }
}
