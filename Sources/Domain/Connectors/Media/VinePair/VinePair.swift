package import Foundation
package import Outbound

/// VinePair: drinks for people who drink them. Its feed is open to everybody.
package enum VinePair {
    /// - Parameters:
    ///   - base: where it is; nil for VinePair's own host.
    ///   - since: how far back the first run goes.
    package static func medium(base: WebAddress? = nil, since: Date? = nil) throws -> WordPressMedium {
        let own = try WebAddress("https://vinepair.com/")
        var policy = VisitPolicy()
        policy.gap = 5
        policy.requestsPerDay = 500
        let profile = SourceProfile(
            code: "vinepair", name: "VinePair", kind: .medium, base: own, hosts: ["www.vinepair.com"], policy: policy)
        return WordPressMedium(profile: base.map(profile.moved) ?? profile, since: since)
    }
}
