import Catalog
package import Companies
package import Foundation

/// Has a model judge pairs of a company, ten a request, until all are asked about or the night's budget might be passed. No
/// transaction is open while somebody is asked.
///
/// One run per company at a time asks; another one stops with `.otherRun`. So nothing is asked twice, unless a process dies between an
/// answer and its being written.
package struct JudgeRun: Sendable {
    private let database: CompanyDatabase
    private let company: CompanyID
    private let provider: any JudgeProvider
    private let limits: JudgeLimits
    private let now: @Sendable () -> Date
    private let sleep: @Sendable (Duration) async throws -> Void
    private let makeID: @Sendable () -> String

    /// - Parameter makeID: makes the ids by which pairs go in a request.
    package init(
        database: CompanyDatabase, company: CompanyID, provider: any JudgeProvider, limits: JudgeLimits,
        now: @escaping @Sendable () -> Date = { Date() },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        makeID: @escaping @Sendable () -> String = Self.randomID
    ) {
        self.database = database
        self.company = company
        self.provider = provider
        self.limits = limits
        self.now = now
        self.sleep = sleep
        self.makeID = makeID
    }

    /// Eight letters and digits.
    package static let randomID: @Sendable () -> String = {
        String((0..<8).compactMap { _ in "abcdefghjkmnpqrstuvwxyz23456789".randomElement() })
    }

    private var ledger: JudgeLedgerQueries { JudgeLedgerQueries(database: database) }

    /// - Parameter read: the pairs, the most wanted first; read in a transaction of the company, perhaps more than once.
    /// - Throws: errors of the database, and `CancellationError`. What goes wrong at the provider is in the report.
    package func run(
        pairs read: @Sendable (CompanyTransaction) async throws -> [AmbiguousPair]
    ) async throws -> JudgeReport {
        // A run that goes on past midnight stays on the bill of the night it began in.
        let night = CalendarDay(utc: now())
        let (given, open) = try await database.transaction(in: company) { transaction in
            var seen: Set<PairKey> = []
            let pairs = try await read(transaction).filter { seen.insert($0.key).inserted }
            let open = try await JudgeQueries(transaction: transaction).open(pairs, model: provider.model)
            return (pairs.count, open)
        }
        var report = JudgeReport()
        report.settled = given - open.count
        let taken = open.prefix(max(0, limits.mostPairs))
        report.leave(open[taken.endIndex...], .overCount)
        // The next one last.
        var waiting = stride(from: 0, to: taken.count, by: JudgeLimits.pairsPerRequest)
            .map { taken[$0..<min(taken.count, $0 + JudgeLimits.pairsPerRequest)] }
        waiting.reverse()
        var failures = 0
        while let batch = waiting.popLast() {
            try Task.checkCancellation()
            let problem = try await judge(batch, on: night, &failures, &report)
            guard let problem else { continue }
            if problem.endsRun { report.stopped = problem }
            if failures >= JudgeLimits.mostFailures { report.stopped = .givenUp }
            if let stopped = report.stopped {
                report.leave(batch, problem)
                for rest in waiting { report.leave(rest, stopped) }
                break
            }
            if problem.isOfThePairs, batch.count > 1 {
                let middle = batch.startIndex + (batch.count + 1) / 2
                waiting += [batch[middle...], batch[..<middle]]
            } else {
                report.leave(batch, problem)
            }
        }
        return report
    }

    /// Asks about some pairs, again if the other side has no time.
    /// - Returns: nil if they were judged, or why they were not.
    private func judge(
        _ batch: ArraySlice<AmbiguousPair>, on night: CalendarDay, _ failures: inout Int, _ report: inout JudgeReport
    ) async throws -> JudgeProblem? {
        var attempt = 1
        while true {
            let problem = try await ask(batch, on: night, &report)
            failures = problem == nil ? 0 : failures + 1
            guard let problem, problem.isOfTheMoment, failures < JudgeLimits.mostFailures else { return problem }
            var wait = 1 << attempt
            if case .busy(let seconds?) = problem { wait = max(wait, seconds) }
            guard wait <= JudgeLimits.mostWait else {
                // It says that it does not want to be asked for long, so it is asked about nothing else either.
                report.stopped = problem
                return problem
            }
            guard attempt < JudgeLimits.mostAttempts else { return problem }
            attempt += 1
            try await sleep(.seconds(wait))
        }
    }

    /// One request.
    private func ask(
        _ batch: ArraySlice<AmbiguousPair>, on night: CalendarDay, _ report: inout JudgeReport
    ) async throws -> JudgeProblem? {
        let request = UUID()
        let question = JudgeQuestion(batch, makeID: makeID)
        let most = provider.most(question)
        let reservation = JudgeLedgerQueries.Reservation(
            id: request, night: night, company: company, model: provider.model, pairs: batch.count,
            most: provider.price.cost(most), moment: now())
        if let problem = try await ledger.reserve(reservation, within: limits.budget) { return problem }
        do {
            // Between the first look and this one another run may have asked. From here on none can.
            let open = try await database.transaction(in: company) {
                try await JudgeQueries(transaction: $0).open(Array(batch), model: provider.model)
            }
            guard open.count == batch.count else {
                try await ledger.settle(request, usage: TokenUsage.none, cost: .zero, problem: nil, at: now())
                report.settled += batch.count - open.count
                return open.isEmpty ? nil : try await ask(open[...], on: night, &report)
            }
            let reply = try await provider.ask(question)
            let cost = reply.usage.map(provider.price.cost)
            report.requests += 1
            report.cost = report.cost + (cost ?? reservation.most)
            let problem = try await keep(reply, of: question, most: most, &report)
            try await ledger.settle(request, usage: reply.usage, cost: cost, problem: problem, at: now())
            return problem
        } catch {
            // It stays on the bill at the most it can cost. In a task of its own, since this one may be cancelled.
            let (ledger, moment) = (ledger, now())
            let note = Task { try await ledger.settle(request, usage: nil, cost: nil, problem: .givenUp, at: moment) }
            try? await note.value
            throw error
        }
    }

    /// Writes what was said.
    private func keep(
        _ reply: JudgeReply, of question: JudgeQuestion, most: TokenUsage, _ report: inout JudgeReport
    ) async throws -> JudgeProblem? {
        let said: [String: PairVerdict]
        switch reply.outcome {
        case .failed(let problem): return problem
        case .judged(let verdicts): said = verdicts
        }
        let judged = question.entries.filter { said[$0.id] != nil }
        report.leave(question.entries.filter { said[$0.id] == nil }.map(\.pair), .missing)
        guard !judged.isEmpty else { return .missing }
        let usage = reply.usage ?? most
        let costs = TokenUsage.shares(of: provider.price.cost(usage).rawValue, judged.count)
        let judgements = zip(judged, zip(usage.shares(judged.count), costs)).compactMap { entry, share in
            said[entry.id].map { verdict in
                Judgement(
                    key: entry.pair.key, said: verdict, model: provider.model,
                    answeredBy: reply.answeredBy ?? provider.model, promptVersion: JudgePrompt.version,
                    evidence: entry.evidence, usage: share.0, cost: MicroDollars(rawValue: share.1))
            }
        }
        let moment = now()
        try await database.transaction(in: company) {
            try await JudgeQueries(transaction: $0).write(judgements, at: moment)
        }
        report.judgements += judgements
        return nil
    }
}
