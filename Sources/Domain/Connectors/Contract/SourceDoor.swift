package import HTTPTypes
package import Outbound

/// All that a connector gets of the world: its own source, asked politely, with the cookies of one connection.
package struct SourceDoor: Sendable {
    package let profile: SourceProfile
    private let visitor: Visitor
    private let jar: CookieJar
    private let login: LoginKey?
    private let limits: TransferLimits
    private let tape: (any VisitTape)?

    /// - Parameters:
    ///   - login: which login is used, so that no two requests are made with it at once; nil for none, or one that is not known yet.
    ///   - tape: keeps what is answered; nil to keep nothing.
    package init(
        profile: SourceProfile, visitor: Visitor, jar: CookieJar = CookieJar(), login: LoginKey? = nil,
        limits: TransferLimits = TransferLimits(), tape: (any VisitTape)? = nil
    ) {
        self.profile = profile
        self.visitor = visitor
        self.jar = jar
        self.login = login
        self.limits = limits
        self.tape = tape
    }

    /// The same door with a tape behind it. Signing in goes through the one without: what is said there is kept nowhere.
    package func recording(_ tape: any VisitTape) -> SourceDoor {
        SourceDoor(profile: profile, visitor: visitor, jar: jar, login: login, limits: limits, tape: tape)
    }

    /// The same door for whoever uses this login.
    package func using(_ login: LoginKey?) -> SourceDoor {
        SourceDoor(profile: profile, visitor: visitor, jar: jar, login: login, limits: limits, tape: tape)
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
        return try await visit(WebRequest(address, fields: fields))
    }

    /// Asks by posting a document or a form.
    /// - Parameters:
    ///   - path: one of the profile's `questions`, with a query if there is one.
    ///   - fields: its type among them.
    package func ask(_ path: String, _ body: [UInt8], fields: HTTPFields) async throws -> Visit {
        let place = String(path.prefix { $0 != "?" })
        guard profile.questions.contains(place), let address = try? WebAddress(profile.base.origin + path) else {
            throw SourceProblem.strangePlace
        }
        return try await visit(WebRequest(address, kind: .post(body), fields: fields))
    }

    /// The value of a cookie of the source.
    package func cookie(_ name: String) -> String? { jar.value(of: name) }

    /// Sets a cookie for the source, until the end of the session.
    package func set(cookie name: String, to value: String) { jar.set(name, to: value, host: profile.base.host) }

    private func visit(_ request: WebRequest) async throws -> Visit {
        if let recorded = try await tape?.recorded(request) { return recorded }
        let visit = try await visitor.visit(
            request, within: HostScope(profile.hosts), jar: jar, login: login, policy: profile.policy, limits: limits)
        try await tape?.keep(visit, of: request)
        return visit
    }
}
