/// A moment of a simulated clock.
package struct SimulatedInstant: Comparable, Hashable, Sendable {
    package let microseconds: Int

    package init(microseconds: Int) { self.microseconds = microseconds }

    package func advanced(by duration: Duration) -> SimulatedInstant {
        SimulatedInstant(microseconds: microseconds + duration.wholeMicroseconds)
    }

    package static func < (one: SimulatedInstant, other: SimulatedInstant) -> Bool {
        one.microseconds < other.microseconds
    }
}

extension Duration {
    /// Rounded towards zero.
    var wholeMicroseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}
