/// Which hosts a source is about. A redirect to any other is not followed, so that a login cannot be led astray (G-EGR-04).
package struct HostScope: Sendable, Hashable {
    private let names: Set<String>?

    /// Any host: for addresses that a person entered, such as webhooks.
    package static let any = HostScope(names: nil)

    private init(names: Set<String>?) {
        self.names = names
    }

    /// - Parameter names: hosts in lower case; one that begins with a dot stands for everything below it.
    package init(_ names: Set<String>) {
        self.init(names: names)
    }

    package func contains(_ host: String) -> Bool {
        guard let names else { return true }
        return names.contains(host) || names.contains { $0.hasPrefix(".") && host.hasSuffix($0) }
    }
}
