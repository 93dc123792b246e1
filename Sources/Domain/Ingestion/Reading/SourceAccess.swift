package import Connectors
package import Foundation
package import Outbound

/// A process's way to sources: one visitor for all of them, and where those are that do not stand at their own address.
package struct SourceAccess: Sendable {
    package let visitor: Visitor
    /// Of sources by code; those of a simulator.
    package let places: [String: WebAddress]
    /// The pace for sources that do not stand at their own address, in seconds between two requests; nil for each one's own.
    private let gap: Double?
    let now: @Sendable () -> Date

    package init(
        visitor: Visitor, places: [String: WebAddress] = [:], gap: Double? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.visitor = visitor
        self.places = places
        self.gap = gap
        self.now = now
    }

    /// - Returns: nil for a source without a connector, or a scope it does not have.
    package func connector(
        _ code: String, settings: [String: String], since: Date? = nil
    ) throws -> Connector? {
        try SourceCatalog.connector(code, settings: settings, base: places[code], since: since, now: now)
    }

    package func door(_ connector: Connector, jar: CookieJar = CookieJar()) -> SourceDoor {
        let isMoved = places[connector.profile.code] != nil
        let profile = isMoved ? gap.map(connector.profile.paced) ?? connector.profile : connector.profile
        return SourceDoor(profile: profile, visitor: visitor, jar: jar)
    }
}
