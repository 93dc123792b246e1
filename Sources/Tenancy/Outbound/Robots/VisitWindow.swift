/// The time of day, in UTC, in which a site wants to be visited (`Visit-time: 0400-0845`). The end may lie after midnight.
package struct VisitWindow: Sendable, Hashable {
    /// Minutes of the day, 0 to 1,439. The first is inside, the last is not.
    package let from: Int
    package let to: Int

    /// - Parameter text: two times of four digits with a hyphen between.
    /// - Returns: nil for anything else, and for a window without a minute in it.
    init?(_ text: Substring) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let from = Self.minutes(parts[0]), let to = Self.minutes(parts[1]), from != to else {
            return nil
        }
        self.from = from
        self.to = to
    }

    /// How long to wait until the window opens.
    /// - Parameter second: seconds since the Unix epoch.
    /// - Returns: seconds, 0 while it is open.
    package func wait(at second: Int) -> Int {
        let now = ((second % 86_400) + 86_400) % 86_400
        let isOpen = from < to ? now >= from * 60 && now < to * 60 : now >= from * 60 || now < to * 60
        return isOpen ? 0 : (from * 60 - now + 86_400) % 86_400
    }

    private static func minutes(_ text: Substring) -> Int? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard digits.count == 4, let number = Int(digits), number / 100 < 24, number % 100 < 60 else { return nil }
        return number / 100 * 60 + number % 100
    }
}
