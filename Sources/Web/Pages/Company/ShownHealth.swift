/// How a connection fares, as pages say it.
package enum ShownHealth: String, CaseIterable, Sendable {
    case untested, working, refused, unreachable, changed, revoked

    /// Whether somebody has to do something about it.
    var needsSomebody: Bool { self == .refused || self == .changed }
}
