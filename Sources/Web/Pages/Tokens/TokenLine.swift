import Routes

/// A token in the list, with the form that ends it.
package struct TokenLine: PageValue {
    /// Where a token stands.
    package enum State: Sendable {
        case alive(until: MomentStamp)
        case ended(MomentStamp)
        case revoked(MomentStamp)
    }

    let csrf: String
    let id: String
    let name: String
    let scopes: String
    let made: String
    let used: String
    let state: String
    let isAlive: Bool

    /// - Parameters:
    ///   - maker: who made it; nil for somebody who is no member any more.
    ///   - used: to the hour; nil for never.
    package init(
        id: String, name: String, scopes: [String], made: MomentStamp, maker: String?, used: MomentStamp?, state: State,
        frame: PageFrame
    ) {
        let text = frame.text
        csrf = frame.csrf
        self.id = id
        self.name = name
        self.scopes = scopes.joined(separator: ", ")
        self.made = text.fill(
            .tokensMade, ["moment": text.moment(made, in: frame.zone), "person": maker ?? text[.tokensNobody]])
        self.used = used.map { text.age(of: $0, at: frame.now) } ?? text[.tokensNever]
        switch state {
        case .alive(let end):
            self.state = text.fill(.tokensAlive, ["moment": text.moment(end, in: frame.zone)])
            isAlive = true
        case .ended(let end):
            self.state = text.fill(.tokensEnded, ["moment": text.moment(end, in: frame.zone)])
            isAlive = false
        case .revoked(let moment):
            self.state = text.fill(.tokensRevoked, ["moment": text.moment(moment, in: frame.zone)])
            isAlive = false
        }
    }

    package static let shape = Shape<TokenLine>([
        .text("csrf", \.csrf),
        .text("name", \.name),
        .text("scopes", \.scopes),
        .text("made", \.made),
        .text("used", \.used),
        .text("state", \.state),
        .flag("isAlive", \.isAlive),
        .link("action") { TokenRoute.revoke($0.id).link },
    ])
}
