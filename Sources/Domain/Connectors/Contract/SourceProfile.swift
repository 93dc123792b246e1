package import Outbound

/// What a source is, before anything is read from it.
package struct SourceProfile: Sendable, Hashable {
    /// What it is a source of.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case medium, distributor, retailer
        /// Where people talk with each other.
        case community
        /// What counts what people search for.
        case search
    }

    /// Stable, lower case, such as `vinepair`.
    package let code: String
    /// As people call it.
    package let name: String
    package let kind: Kind
    /// Where it begins: scheme and host, without a path.
    package let base: WebAddress
    /// Hosts it is about; a redirect to any other is not followed.
    package let hosts: Set<String>
    /// Whether somebody's login is needed.
    package let needsLogin: Bool
    package let policy: VisitPolicy
    /// Paths that may be posted to: searches and signing in. Nothing else can be, so that nothing can be ordered.
    package let questions: Set<String>

    /// - Parameter hosts: beside that of `base`.
    package init(
        code: String, name: String, kind: Kind, base: WebAddress, hosts: Set<String> = [], needsLogin: Bool = false,
        policy: VisitPolicy = VisitPolicy(), questions: Set<String> = []
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.base = base
        self.hosts = hosts.union([base.host])
        self.needsLogin = needsLogin
        self.policy = policy
        self.questions = questions
    }

    /// The same source at another place, such as a simulator.
    package func moved(to base: WebAddress) -> SourceProfile {
        SourceProfile(
            code: code, name: name, kind: kind, base: base, hosts: [], needsLogin: needsLogin, policy: policy,
            questions: questions)
    }

    /// The same source visited at another pace.
    /// - Parameter gap: the least time between two requests, in seconds.
    package func paced(_ gap: Double) -> SourceProfile {
        var policy = policy
        policy.gap = gap
        return SourceProfile(
            code: code, name: name, kind: kind, base: base, hosts: hosts, needsLogin: needsLogin, policy: policy,
            questions: questions)
    }
}
