import Foundation
import Outbound
import Telemetry

/// What answers cost, between two pages.
struct RunCosts: Sendable {
    private(set) var requests = 0
    private(set) var retries = 0
    private(set) var unchanged = 0
    private(set) var packedBytes = 0
    private(set) var bodyBytes = 0
    private(set) var waited = Duration.zero
    private(set) var statuses: [Int: Int] = [:]
    var signIns = 0

    mutating func add(_ visit: Visit) {
        requests += 1
        retries += visit.retries
        if visit.verdict == .unchanged { unchanged += 1 }
        packedBytes += visit.answer.packedBytes
        bodyBytes += visit.answer.body.count
        waited += visit.answer.duration
        statuses[visit.answer.status, default: 0] += 1
    }

    var waitedMilliseconds: Int {
        Int(waited.nanoseconds / 1_000_000)
    }
}
