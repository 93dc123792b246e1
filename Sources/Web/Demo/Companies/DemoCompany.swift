/// A company of the demonstration, with the places it watches. It does not exist.
package struct DemoCompany: Sendable {
    /// Unique, fit for a path.
    package let slug: String
    package let title: String
    /// ISO 4217.
    package let currency: String
    /// IANA name.
    package let timeZone: String
    package let sources: [DemoSource]

    let lines: [ProductLine]

    /// Every company of the demonstration.
    package static let all = [harborLane, kestrelMarket]
}
