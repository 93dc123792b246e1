import SimulationSupport
import Synchronization

/// Which changes of a source are switched on.
package final class DriftSwitch: Sendable {
    private let drift = Mutex<Drift?>(nil)

    package init() {}

    package func turnOn(_ drift: Drift) { self.drift.withLock { $0 = drift } }

    package func clear() { drift.withLock { $0 = nil } }

    func apply(to steps: [FakeSite.Step], of asked: FakeSite.Asked) -> [FakeSite.Step] {
        drift.withLock { $0 }?.apply(to: steps, of: asked) ?? steps
    }
}
