/// What an action did, carried by the address that follows it: only known words and a number.
package struct JobOutcomeNote: Hashable, Sendable {
    package let deed: JobDeed
    /// Jobs, or things paused, that changed.
    package let count: Int

    package init(deed: JobDeed, count: Int) {
        self.deed = deed
        self.count = max(0, count)
    }

    package static let deedItem = "did"
    package static let countItem = "count"

    /// `did=replay&count=12`.
    var items: String { "\(Self.deedItem)=\(deed.rawValue)&\(Self.countItem)=\(count)" }

    /// Reads it from the values of its two items.
    package init?(did: String?, count: String?) {
        guard let deed = did.flatMap(JobDeed.init(rawValue:)), let count = count.flatMap({ Int($0) }), count >= 0 else {
            return nil
        }
        self.init(deed: deed, count: count)
    }
}
