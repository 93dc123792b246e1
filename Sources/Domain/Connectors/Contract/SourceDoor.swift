package import HTTPTypes
package import Outbound

/// All that a connector gets of the world: its own source, asked politely, with the cookies of one connection.
package struct SourceDoor: Sendable {
    package let profile: SourceProfile
    private let visitor: Visitor
    private let jar: CookieJar
    private let limits: TransferLimits

    package init(
        profile: SourceProfile, visitor: Visitor, jar: CookieJar = CookieJar(),
        limits: TransferLimits = TransferLimits()
    ) {
        self.profile = profile
        self.visitor = visitor
        self.jar = jar
        self.limits = limits
    }

    /// Asks for a page of the source.
    /// - Parameters:
    ///   - place: an address, or what comes after the base: a path with its query.
    ///   - fields: beside those every request has.
    /// - Throws: `VisitFailure`, or `SourceProblem.strangePlace` for what is no address of the source.
    package func read(_ place: String, fields: HTTPFields = [:]) async throws -> Visit {
        // Two slashes would be another host to some readers.
        let text = place.hasPrefix("/") && !place.hasPrefix("//") ? profile.base.origin + place : place
        guard let address = try? WebAddress(text), profile.hosts.contains(address.host) else {
            throw SourceProblem.strangePlace
        }
        return try await visitor.visit(
            WebRequest(address, fields: fields), within: HostScope(profile.hosts), jar: jar, policy: profile.policy,
            limits: limits)
    }
}
