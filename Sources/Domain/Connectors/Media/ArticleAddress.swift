import Outbound

/// The address of an article without what only counts visitors, so that one article has one address.
enum ArticleAddress {
    private static let counters: Set<String> = [
        "gclid", "fbclid", "mc_cid", "mc_eid", "igshid", "ref", "cmpid", "ocid", "guccounter",
    ]

    /// - Parameter base: for an address that is not whole.
    /// - Returns: nil for what is no address of the web.
    static func canonical(_ text: String, base: WebAddress) -> String? {
        let whole =
            if text.hasPrefix("//") { base.scheme + ":" + text } else if text.hasPrefix("/") { base.origin + text } else
            {
                text
            }
        guard let address = try? WebAddress(whole) else { return nil }
        let halves = address.pathAndQuery.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let kept = halves.dropFirst().flatMap { $0.split(separator: "&") }.filter { pair in
            let name = pair.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_") && !counters.contains(name)
        }
        let query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
        return address.at(halves[0] + query).description
    }
}
