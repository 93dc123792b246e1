/// How a worker works.
package struct WorkerSettings: Sendable {
    package var queues: [JobQueue]
    /// Jobs at once, 1 or more.
    package var slots: Int
    /// Jobs asked for at once, at most.
    package var batch: Int
    /// Jobs of one company at once: not quite all of them, so that another company's job finds a place at once.
    package var mostPerCompany: Int
    /// Places that must be free before a worker at work asks for more by itself: an eighth.
    var fewest: Int { max(1, slots / 8) }
    /// How long the database counts on this worker without hearing from it.
    package var lease: Duration
    /// How often it is told. A third of the lease, so that two may be lost.
    package var renewal: Duration
    /// How soon a renewal that failed is tried again.
    package var retry: Duration
    /// How often a queue is asked without having been woken.
    package var poll: Duration

    package init(
        queues: [JobQueue] = [.standard], slots: Int = 8, batch: Int = 256, mostPerCompany: Int? = nil,
        lease: Duration = .seconds(30), renewal: Duration = .seconds(10), retry: Duration = .seconds(1),
        poll: Duration = .seconds(1)
    ) {
        self.queues = queues
        self.slots = max(1, slots)
        self.batch = max(1, batch)
        self.mostPerCompany = mostPerCompany ?? max(1, self.slots - max(1, self.slots / 4))
        self.lease = lease
        self.renewal = renewal
        self.retry = retry
        self.poll = poll
    }
}
