package import Foundation
import Outbound

/// VinePair: drinks for people who drink them. Its feed is open to everybody.
package enum VinePair {
    /// - Parameter since: how far back the first run goes.
    package static func medium(since: Date? = nil) throws -> WordPressMedium {
        let base = try WebAddress("https://vinepair.com/")
        var policy = VisitPolicy()
        policy.gap = 5
        policy.requestsPerDay = 500
        return WordPressMedium(
            profile: SourceProfile(
                code: "vinepair", name: "VinePair", kind: .medium, base: base, hosts: ["www.vinepair.com"],
                policy: policy), since: since)
    }
}
