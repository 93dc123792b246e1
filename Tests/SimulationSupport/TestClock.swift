package import Foundation
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let moment: Mutex<Date>

    package init(_ start: Date) { moment = Mutex(start) }

    package var now: Date { moment.withLock { $0 } }

    /// - Parameter seconds: how far; negative goes back.
    package func advance(by seconds: TimeInterval) { moment.withLock { $0 += seconds } }

    /// Waits for what such a clock never comes to; ends with its task alone.
    package static func waitForEver() async throws { try await Task.sleep(for: .seconds(1_000_000_000)) }
}
