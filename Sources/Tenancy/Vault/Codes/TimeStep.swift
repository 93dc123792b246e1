package import Foundation

/// One of the periods of 30 seconds since 1970 that codes are made for (RFC 6238 §4.2).
package struct TimeStep: Hashable, Comparable, Sendable {
    /// How long a step is, in seconds.
    package static let seconds = 30

    package let number: Int

    package init(number: Int) { self.number = number }

    /// The step a moment is in; 0 for all of them before 1970.
    package init(at moment: Date) {
        number = max(0, Int((moment.timeIntervalSince1970 / Double(Self.seconds)).rounded(.down)))
    }

    /// The steps whose codes are good at a moment: its own, and one either way for clocks that differ. Oldest first.
    package static func window(at moment: Date) -> [TimeStep] {
        let present = TimeStep(at: moment).number
        return (max(0, present - 1)...(present + 1)).map { TimeStep(number: $0) }
    }

    package static func < (left: TimeStep, right: TimeStep) -> Bool { left.number < right.number }
}
