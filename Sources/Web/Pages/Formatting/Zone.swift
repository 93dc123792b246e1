/// The zone moments are shown in. It is always written out beside the time.
package struct Zone: Hashable, Sendable {
    /// East is positive.
    package let secondsFromUTC: Int
    /// What people call it: "UTC", "EET".
    package let name: String

    package init(secondsFromUTC: Int, name: String) {
        self.secondsFromUTC = secondsFromUTC
        self.name = name
    }

    package static let utc = Zone(secondsFromUTC: 0, name: "UTC")
}
