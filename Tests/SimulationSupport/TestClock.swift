package import Foundation
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let moment: Mutex<Date>

    package init(_ start: Date) { moment = Mutex(start) }

    package var now: Date { moment.withLock { $0 } }

    /// - Parameter seconds: how far; negative goes back.
    package func advance(by seconds: TimeInterval) { moment.withLock { $0 += seconds } }
}
