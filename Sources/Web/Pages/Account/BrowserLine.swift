import Routes

/// A browser in which a person is signed in, with the form that ends it.
package struct BrowserLine: PageValue {
    let csrf: String
    let id: String
    let agent: String
    let signedIn: String
    let seen: String
    let isCurrent: Bool

    /// - Parameter agent: what the browser says it is; empty if it says nothing.
    package init(
        id: String, agent: String, signedIn: MomentStamp, seen: MomentStamp, isCurrent: Bool, frame: PageFrame
    ) {
        let text = frame.text
        csrf = frame.csrf
        self.id = id
        self.agent = agent.isEmpty ? text[.accountNoAgent] : agent
        self.signedIn = text.moment(signedIn, in: frame.zone)
        self.seen = text.age(of: seen, at: frame.now)
        self.isCurrent = isCurrent
    }

    package static let shape = Shape<BrowserLine>([
        .text("csrf", \.csrf),
        .link("action") { _ in AccountRoute.sessions.link },
        .text("id", \.id),
        .text("agent", \.agent),
        .text("signedIn", \.signedIn),
        .text("seen", \.seen),
        .flag("isCurrent", \.isCurrent),
    ])
}
