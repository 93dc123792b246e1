import TestSupport

/// Decides what goes wrong where.
struct Adversary {
    private let strike: Scenario.Strike?
    private let rate: Double
    private var steps = 0
    /// Await points passed so far.
    private(set) var points = 0
    private(set) var faults: [Fault: Int] = [:]
    var isCalm = false

    init(_ scenario: Scenario) {
        strike = scenario.strike
        rate = scenario.faultRate
    }

    mutating func fault(at point: AwaitPoint, _ random: inout SeededRandom) -> Fault? {
        points += 1
        guard !isCalm else { return nil }
        let fault: Fault?
        if let strike {
            fault = strike.point == points - 1 ? strike.fault : nil
        } else {
            fault = random.chance(rate * weight(point)) ? pick(&random) : nil
        }
        if let fault { faults[fault, default: 0] += 1 }
        return fault
    }

    /// Most await points are those of idle loops; what moves jobs is struck more often.
    private func weight(_ point: AwaitPoint) -> Double {
        switch point {
        case .settle: 2
        case .handlerBegin, .handlerEffects, .handlerCommit, .onceBegin, .onceCommit, .register: 1
        case .enqueue, .decide, .handlerSleep, .leave, .schedulesTurn: 0.5
        case .look: 0.2
        case .claim, .renew, .rescue: 0.1
        case .promote, .schedulesRead: 0.02
        }
    }

    private mutating func pick(_ random: inout SeededRandom) -> Fault {
        switch random.below(100) {
        case ..<18: return .crash
        case ..<38: return .pause
        case ..<52: return .requestLost
        case ..<72: return .answerLost
        case ..<82: return .requestLate
        case ..<88: return .gracefulStop
        case ..<96: return .databaseRestart
        case let roll:
            // The clock of a database steps rarely.
            guard steps < 3 else { return .answerLost }
            steps += 1
            return roll < 98 ? .clockForward : .clockBackward
        }
    }
}
