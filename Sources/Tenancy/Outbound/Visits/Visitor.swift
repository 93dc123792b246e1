package import Foundation
import Synchronization

/// Visits sites as they want to be visited (G-EGR-03): keeps to robots.txt, to a pace and to a day's budget per host, waits when it is
/// asked to, tries again with care, and leaves a site alone that does not work or says no.
///
/// One for a process: what it knows of a host, and of a login, is shared by all who use it. Several processes keep to the pace together
/// where they are given turns to share.
package final class Visitor: Sendable {
    /// The shortest wait after "too fast" or a fault that names none or one in the past, in seconds.
    private static let leastWait = 5.0

    private let client: WebClient
    private let agent: String
    private let turns: (any SharedTurns)?
    private let now: @Sendable () -> Date
    private let sleep: @Sendable (Duration) async throws -> Void
    private let alarm: Alarm
    private let random: @Sendable (ClosedRange<Double>) -> Double
    private let doors = Mutex<[String: HostDoor]>([:])
    private let logins = Mutex<[LoginKey: LoginDoor]>([:])
    private let copies = Mutex<[String: (copy: RobotsCopy?, gate: FairGate)]>([:])

    /// - Parameters:
    ///   - agent: the product token that sites know us by in robots.txt.
    ///   - turns: those of other processes, too; nil for a process that reads alone.
    ///   - alarm: returns after so long, which ends what a visit waits for and nobody knows how long it takes: those before it in
    ///     line, and an answer of `turns`.
    ///   - random: draws evenly from a range.
    package init(
        client: WebClient, agent: String, turns: (any SharedTurns)? = nil,
        now: @escaping @Sendable () -> Date = { Date() },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        alarm: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable (ClosedRange<Double>) -> Double = { Double.random(in: $0) }
    ) {
        self.client = client
        self.agent = agent
        self.turns = turns
        self.now = now
        self.sleep = sleep
        self.alarm = Alarm(alarm)
        self.random = random
    }

    /// Asks when it may, and as often as it should.
    ///
    /// - Parameters:
    ///   - scope: hosts the source is about.
    ///   - jar: cookies of the connection; nil for none.
    ///   - login: which login is used; requests with the same one follow each other, whatever hosts they go to. Nil for none.
    /// - Throws: `VisitFailure`; `CancellationError` when the task is cancelled.
    package func visit(
        _ request: WebRequest, within scope: HostScope, jar: CookieJar? = nil, login: LoginKey? = nil,
        policy: VisitPolicy = VisitPolicy(), limits: TransferLimits = TransferLimits()
    ) async throws -> Visit {
        let account = login.map(account)
        let host = Self.server(request.address)
        let door = door(for: host, policy)
        let copy = policy.honoursRobots ? try await robots(of: request.address, door, policy, limits) : nil
        if let copy {
            guard copy.isKnown else {
                throw VisitFailure.notNow(.unreadable, seconds: RobotsCopy.patience)
            }
            guard copy.rules.allows(request.address.pathAndQuery) else {
                throw VisitFailure.notAllowed(request.address.pathAndQuery)
            }
        }
        var tries = 0
        while true {
            let outcome = try await alone(with: account, policy) {
                try await turn(at: door, host, policy, copy?.rules)
                account?.begin(at: moment, gap: policy.loginGap ?? policy.gap)
                return try await ask(request, scope, jar, limits, policy, at: door)
            }
            let (wait, failure) = try settle(outcome, at: door)
            guard let failure else {
                if case .answer(let answer, let verdict) = outcome {
                    return Visit(answer: answer, verdict: verdict, retries: tries, robotsHash: copy?.hash)
                }
                continue
            }
            guard tries < policy.mostRetries, door.state.withLock({ $0.budget.take() }) else { throw failure }
            let pause = wait ?? random(0...min(policy.retryMost, policy.retryBase * Double(1 << tries)))
            guard pause <= policy.patience else { throw VisitFailure.notNow(.asked, seconds: pause) }
            tries += 1
            try await sleep(.seconds(pause))
        }
    }

    /// Whether a person should look at a server because it said no.
    package func wasRefused(by address: WebAddress) -> Bool {
        doors.withLock { $0[Self.server(address)] }?.state.withLock(\.breaker.wasRefused) ?? false
    }

    // MARK: - The parts of a visit

    private enum Outcome {
        case answer(WebAnswer, AnswerVerdict)
        case failure(WebFailure)
    }

    private var moment: Double { now().timeIntervalSince1970 }

    /// What pace and rest belong to: a host with its port.
    private static func server(_ address: WebAddress) -> String { "\(address.host):\(address.port)" }

    private func door(for host: String, _ policy: VisitPolicy) -> HostDoor {
        doors.withLock { doors in
            if let door = doors[host] { return door }
            let door = HostDoor(policy: policy)
            doors[host] = door
            return door
        }
    }

    private func account(of login: LoginKey) -> LoginDoor {
        logins.withLock { logins in
            if let account = logins[login] { return account }
            let account = LoginDoor()
            logins[login] = account
            return account
        }
    }

    /// Does something while nobody else uses a login, and not too soon after the last one did. The login is waited for before anything
    /// of a host is taken, so that nobody who has a host waits for somebody who waits for that host.
    private func alone(
        with account: LoginDoor?, _ policy: VisitPolicy, _ body: () async throws -> Outcome
    ) async throws -> Outcome {
        guard let account else { return try await body() }
        try await enter(account.place, policy)
        defer { account.place.leave() }
        let pause = account.wait(at: moment)
        guard pause <= policy.patience else { throw VisitFailure.notNow(.asked, seconds: pause) }
        if pause > 0 { try await sleep(.seconds(pause)) }
        return try await body()
    }

    /// Takes a place behind a door, or ends the visit: who stands there for too long is told to come again.
    private func enter(_ gate: FairGate, _ policy: VisitPolicy) async throws {
        guard try await gate.enter(within: policy.patience, by: alarm) else { throw Self.inLine(policy) }
    }

    /// How long the line is nobody knows; after as long again it may be shorter.
    private static func inLine(_ policy: VisitPolicy) -> VisitFailure {
        .notNow(.line, seconds: max(leastWait, policy.patience))
    }

    /// Waits until a request may begin, and begins it. The place is given back by `ask`.
    private func turn(at door: HostDoor, _ host: String, _ policy: VisitPolicy, _ rules: RobotsRules?) async throws {
        try await enter(door.line, policy)
        defer { door.line.leave() }
        try await enter(door.places, policy)
        do {
            while true {
                let (seconds, reason) = wait(at: door, policy, rules)
                if seconds <= 0 { return try await sharedTurn(at: door, host, policy, rules) }
                guard seconds <= policy.patience else { throw VisitFailure.notNow(reason, seconds: seconds) }
                try await sleep(.seconds(seconds))
            }
        } catch {
            door.places.leave()
            throw error
        }
    }

    /// Waits for the turn among all processes, whose store may take its time, too. The request counts as begun here already.
    private func sharedTurn(
        at door: HostDoor, _ host: String, _ policy: VisitPolicy, _ rules: RobotsRules?
    ) async throws {
        guard let turns else { return }
        do {
            let gap = max(policy.gap, rules?.gapSeconds ?? 0) * door.state.withLock(\.pace.factor)
            let patience = policy.patience
            let turn = try await alarm.within(patience) { try await turns.take(host, gap: gap, within: patience) }
            switch turn {
            case .ours(let seconds)?: if seconds > 0 { try await sleep(.seconds(seconds)) }
            case .late(let seconds)?: throw VisitFailure.notNow(.line, seconds: seconds)
            case nil: throw Self.inLine(policy)
            }
        } catch {
            let now = moment
            door.state.withLock { $0.breaker.giveBack(at: now) }
            throw error
        }
    }

    /// How long, and why. With 0 the request has begun.
    private func wait(
        at door: HostDoor, _ policy: VisitPolicy, _ rules: RobotsRules?
    ) -> (seconds: Double, reason: VisitFailure.Wait) {
        let now = moment
        if let wait = rules?.visitWindow?.wait(at: Int(now)), wait > 0 { return (Double(wait), .window) }
        return door.state.withLock { state in
            let spent = state.pace.budgetWait(at: now, requests: policy.requestsPerDay, bytes: policy.bytesPerDay)
            if spent > 0 { return (spent, .budget) }
            let pace = state.pace.wait(at: now)
            if pace > 0 { return (pace, .asked) }
            // Last: with 0 it takes the visit for one that begins.
            let rest = state.breaker.wait(at: now)
            if rest > 0 { return (rest, .resting) }
            state.pace.begin(at: now, gap: max(policy.gap, rules?.gapSeconds ?? 0))
            state.budget.countRequest()
            return (0, .asked)
        }
    }

    private func ask(
        _ request: WebRequest, _ scope: HostScope, _ jar: CookieJar?, _ limits: TransferLimits, _ policy: VisitPolicy,
        at door: HostDoor,
        mostRedirects: Int = WebClient.mostRedirects
    ) async throws -> Outcome {
        defer { door.places.leave() }
        do {
            let answer = try await client.fetch(
                request, within: scope, jar: jar, limits: limits, mostRedirects: mostRedirects)
            let now = moment
            door.state.withLock { $0.pace.count(bytes: answer.packedBytes, at: now) }
            return .answer(answer, AnswerVerdict(answer, signedOut: policy.signedOut))
        } catch let failure as WebFailure {
            return .failure(failure)
        } catch {
            let now = moment
            door.state.withLock { $0.breaker.giveBack(at: now) }
            throw error
        }
    }

    /// Learns from what came.
    /// - Returns: what to throw if no further try is made, with the wait before one; nil for a visit that is done.
    /// - Throws: what no further try would mend.
    private func settle(_ outcome: Outcome, at door: HostDoor) throws -> (wait: Double?, failure: VisitFailure?) {
        let now = moment
        switch outcome {
        case .failure(let failure):
            door.state.withLock { state in
                // An address that must not be asked says nothing about the host.
                if failure.isOurs { state.breaker.giveBack(at: now) } else { state.breaker.fail(at: now) }
            }
            guard failure.isTransient else { throw VisitFailure.web(failure) }
            return (nil, .web(failure))
        case .answer(let answer, let verdict):
            switch verdict {
            case .good, .unchanged, .missing, .signedOut, .notUnderstood:
                door.state.withLock { state in
                    state.breaker.succeed()
                    state.pace.wentWell()
                }
                return (nil, nil)
            case .refused(let wall):
                door.state.withLock { $0.breaker.fail(at: now, isRefusal: true) }
                throw VisitFailure.refused(status: answer.status, wall)
            case .tooFast, .transient:
                let asked = RetryAfter.seconds(answer.fields, now: Int(now)).map { max(Self.leastWait, Double($0)) }
                door.state.withLock { state in
                    // Being asked to slow down is no fault; not working is.
                    if verdict == .transient { state.breaker.fail(at: now) } else { state.breaker.giveBack(at: now) }
                    if verdict == .tooFast || answer.status == 503 { state.pace.slowDown() }
                    if let asked { state.pace.stayAway(until: now + asked) }
                }
                let wait = asked ?? (verdict == .tooFast ? Self.leastWait : nil)
                return (
                    wait,
                    verdict == .tooFast
                        ? .notNow(.asked, seconds: wait ?? Self.leastWait) : .faulty(status: answer.status)
                )
            }
        }
    }

    /// The rules of a site, asked for by one visit while others wait.
    private func robots(
        of address: WebAddress, _ door: HostDoor, _ policy: VisitPolicy, _ limits: TransferLimits
    ) async throws -> RobotsCopy {
        let gate = copies.withLock { copies in
            if let known = copies[address.origin] { return known.gate }
            let gate = FairGate(places: 1)
            copies[address.origin] = (nil, gate)
            return gate
        }
        try await enter(gate, policy)
        defer { gate.leave() }
        let last = copies.withLock { $0[address.origin]?.copy }
        if let last, last.isFresh(at: moment) { return last }
        let answer = try await askForRobots(of: address, door, policy, limits)
        let copy = RobotsCopy(answer: answer, agent: agent, last: last, at: moment)
        copies.withLock { $0[address.origin]?.copy = copy }
        return copy
    }

    private func askForRobots(
        of address: WebAddress, _ door: HostDoor, _ policy: VisitPolicy, _ limits: TransferLimits
    ) async throws -> WebAnswer? {
        guard let place = try? WebAddress(address.origin + "/robots.txt") else { return nil }
        // As patient as the visit that it is asked for.
        var limits = limits
        limits.bodyBytes = 4 * RobotsRules.mostBytes
        try await turn(at: door, Self.server(place), policy, nil)
        // It may lead to other hosts and still speaks for the first (RFC 9309 §2.3.1.2).
        let outcome = try await ask(WebRequest(place), .any, nil, limits, policy, at: door, mostRedirects: 5)
        _ = try? settle(outcome, at: door)
        if case .answer(let answer, _) = outcome { return answer }
        return nil
    }
}
