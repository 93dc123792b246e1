/// What is behind a run that looks otherwise, as pages say it.
package enum ShownVerdict: String, Sendable, Hashable, CaseIterable {
    case market, site, blocked

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .market: text[.verdictMarket]
        case .site: text[.verdictSite]
        case .blocked: text[.verdictBlocked]
        }
    }
}
