import SimulationSupport
import Synchronization

/// Which paths of a source answer wrongly, and how often still.
package final class FaultSwitch: Sendable {
    private struct Setting: Sendable {
        let prefix: String
        let fault: Fault
        var left: Int
    }

    private let settings = Mutex<[Setting]>([])

    package init() {}

    /// - Parameters:
    ///   - prefix: the beginning of the paths; `/` for all.
    ///   - times: answers that are wrong; nil for all until `clear`.
    package func turnOn(_ fault: Fault, for prefix: String = "/", times: Int? = nil) {
        settings.withLock { $0.append(Setting(prefix: prefix, fault: fault, left: times ?? .max)) }
    }

    package func clear() { settings.withLock { $0 = [] } }

    /// The fault of an answer, which then counts as given.
    func take(for path: String) -> Fault? {
        settings.withLock { settings in
            guard let index = settings.firstIndex(where: { $0.left > 0 && path.hasPrefix($0.prefix) }) else {
                return nil
            }
            settings[index].left -= 1
            return settings[index].fault
        }
    }
}
