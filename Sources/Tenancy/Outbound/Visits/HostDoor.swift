import Synchronization

/// Everything that is kept of one host: who is next, how fast, and whether it works.
final class HostDoor: Sendable {
    struct State: Sendable {
        var pace = HostPace()
        var breaker = CircuitBreaker()
        var budget: RetryBudget
    }

    /// Who may begin next; held while waiting for the moment.
    let line = FairGate(places: 1)
    /// Requests under way.
    let places: FairGate
    let state: Mutex<State>

    init(policy: VisitPolicy) {
        places = FairGate(places: policy.mostAtOnce)
        state = Mutex(State(budget: RetryBudget(share: policy.retryShare)))
    }
}
