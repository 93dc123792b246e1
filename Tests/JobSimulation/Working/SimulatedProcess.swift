/// A process of the operating system: it may be gone, stand still, and its clock runs a little wrong.
final class SimulatedProcess {
    let number: Int
    /// Whatever began in an earlier life never comes back.
    private(set) var life = 0
    private(set) var isUp = false
    private(set) var isPaused = false
    /// It never goes on.
    private var isFrozen = false
    private var pauses = 0
    private var backlog: [() -> Void] = []
    private var bootedAt = 0
    private var drift = 0.0
    var worker: SimulatedWorker?
    /// Open at the database, by the connections of this process.
    var transactions: Set<Int> = []

    init(number: Int) { self.number = number }

    func boot(at now: Int, drift: Double) {
        isUp = true
        bootedAt = now
        self.drift = drift
    }

    func die() {
        life += 1
        isUp = false
        isPaused = false
        isFrozen = false
        backlog = []
        worker = nil
    }

    /// - Returns: what ends this pause and no later one.
    func pause() -> Int {
        isPaused = true
        pauses += 1
        return pauses
    }

    /// - Returns: what should have happened meanwhile.
    func resume(_ pause: Int?) -> [() -> Void] {
        guard isPaused, !isFrozen, pause == nil || pause == pauses else { return [] }
        isPaused = false
        defer { backlog = [] }
        return backlog
    }

    func freeze() { isFrozen = isPaused }

    func postpone(_ work: @escaping () -> Void) { backlog.append(work) }

    /// Its own monotonic clock.
    func clock(_ now: Int) -> SimulatedInstant {
        SimulatedInstant(microseconds: Int(Double(now - bootedAt) * (1 + drift)))
    }
}
