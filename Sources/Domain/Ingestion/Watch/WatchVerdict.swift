/// What changed when a run looks otherwise than those before it. Twin of the check on `scrape_runs.verdict` (parity test).
package enum WatchVerdict: String, Sendable, Hashable, CaseIterable {
    /// Goods and prices changed; the site tells of them as before.
    case market
    /// The site says the same things otherwise, or other things in the same places.
    case site
    /// The site keeps something from us, or makes it up.
    case blocked
}
