package import Companies
package import Foundation
package import Outbound

/// A process's way to the receivers of alerts.
package struct AlertAccess: Sendable {
    /// Vets every address; follows no redirect here.
    package let client: WebClient
    /// Where PagerDuty stands, when it is not at its own address: a simulator's.
    package let pagerDuty: WebAddress?
    /// The address of the page of an alert of a company, or of all of them.
    let page: @Sendable (AlertID?, CompanyID) -> String
    let now: @Sendable () -> Date
    let random: @Sendable () -> Double

    /// - Parameter random: numbers in 0...1 for the waits between attempts.
    package init(
        client: WebClient, pagerDuty: WebAddress? = nil, now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        page: @escaping @Sendable (AlertID?, CompanyID) -> String
    ) {
        self.client = client
        self.page = page
        self.pagerDuty = pagerDuty
        self.now = now
        self.random = random
    }

    /// A receiver has little to say, and little time to say it (F-33).
    static let limits: TransferLimits = {
        var limits = TransferLimits()
        limits.firstByte = .seconds(15)
        limits.total = .seconds(20)
        limits.headerBytes = 16 * 1_024
        limits.bodyBytes = 64 * 1_024
        limits.inflatedBytes = 64 * 1_024
        return limits
    }()
}
