import Jobs
import TestSupport

/// Those who want work done, in a process of their own, and those who change their minds about it.
final class SimulatedPeople {
    private unowned let simulation: Simulation
    private let process: SimulatedProcess
    private var cancelled: [Int] = []

    init(_ simulation: Simulation, _ process: SimulatedProcess) {
        self.simulation = simulation
        self.process = process
    }

    func run() {
        let scenario = simulation.scenario
        for number in 0..<scenario.jobs {
            let job = job(number)
            let at = simulation.random.below(scenario.busySeconds * 900_000)
            simulation.timeline.after(at) { self.enqueue(job) }
        }
        guard scenario.hasPeople else { return }
        for _ in 0..<scenario.busySeconds / 4 {
            simulation.timeline.after(simulation.random.below(scenario.busySeconds * 1_000_000)) { self.decide() }
        }
        for _ in 0..<3 {
            simulation.timeline.after(simulation.random.below(scenario.busySeconds * 1_000_000)) { self.pause() }
        }
    }

    private func job(_ number: Int) -> ModelJob {
        let companies = simulation.scenario.companies
        var random = simulation.random
        defer { simulation.random = random }
        // The first company wants more than the others.
        let company = random.chance(0.5) ? 0 : random.below(companies)
        var job = ModelJob(
            number: number, company: company, kind: random.below(simulation.scenario.kinds.count),
            arguments: random.below(simulation.scenario.sorts))
        switch random.below(10) {
        case 0, 1: job.uniqueKey = random.below(3)
        case 2: job.dueIn = random.fraction() * 60
        case 3 where number > 2:
            job.needs = [random.below(number), random.below(number)].filter { simulation.company(of: $0) == company }
            job.needs = Array(Set(job.needs)).sorted()
            if !job.needs.isEmpty, random.chance(0.5) { job.dueIn = 20 + random.fraction() * 60 }
        default: break
        }
        simulation.remember(job)
        return job
    }

    /// Says it again with the same id until it is known to be there.
    private func enqueue(_ job: ModelJob) {
        guard process.isUp else { return }
        simulation.call(.enqueue, from: process, job: job.number) {
            try $0.enqueue([job])
        } done: { [self] result in
            switch result {
            case .success: simulation.wake(simulation.scenario.kinds[job.kind].settings.queue)
            case .failure(.refused): break
            case .failure(.lost): simulation.later(500_000, on: process) { self.enqueue(job) }
            }
        }
    }

    private func decide() {
        guard process.isUp, !simulation.isCalm, simulation.database.jobCount > 0 else { return }
        // Whoever has cancelled something wants it back now and then.
        let again = cancelled.popLast()
        let isCancel = again == nil || simulation.random.chance(0.3)
        let wanted = [isCancel ? simulation.random.below(simulation.database.jobCount) : again ?? 0]
        if isCancel { cancelled.append(wanted[0]) }
        simulation.call(.decide, from: process, job: wanted[0]) { database in
            if isCancel { try database.cancel(wanted) } else { database.replay(wanted) }
        } done: { _ in
        }
    }

    private func pause() {
        let company = simulation.random.chance(0.3) ? nil : simulation.random.below(simulation.scenario.companies)
        let pause: SimulatedDatabase.Pause =
            simulation.random.chance(0.5)
            ? .queue(.standard, company: company)
            : .kind(simulation.random.below(simulation.scenario.kinds.count), company: company)
        simulation.database.pause(pause, true)
        simulation.timeline.after(simulation.random.milliseconds(1_000...30_000)) {
            self.simulation.database.pause(pause, false)
        }
    }
}
