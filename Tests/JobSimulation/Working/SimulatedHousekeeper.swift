import Foundation
import Jobs

/// What `JobHousekeeper` does, once a second.
final class SimulatedHousekeeper {
    private unowned let simulation: Simulation
    private let process: SimulatedProcess

    init(_ simulation: Simulation, _ process: SimulatedProcess) {
        self.simulation = simulation
        self.process = process
    }

    func run(_ seconds: Int = 0) {
        simulation.call(.promote, from: process) {
            $0.promote()
        } done: { [self] _ in
            schedules { [self] in
                if seconds % 5 == 0 {
                    simulation.call(.rescue, from: process) {
                        try $0.rescue()
                    } done: { [self] result in
                        if case .failure(.refused) = result {
                            simulation.database.problems.append("nobody's jobs are freed while one of them is locked")
                        }
                        sleep(seconds)
                    }
                } else {
                    sleep(seconds)
                }
            }
        }
    }

    private func sleep(_ seconds: Int) {
        simulation.later(1_000_000, on: process) { self.run(seconds + 1) }
    }

    private func schedules(_ done: @escaping () -> Void) {
        guard simulation.scenario.hasSchedule else { return done() }
        simulation.call(.schedulesRead, from: process) {
            $0.dueSchedules()
        } done: { [self] result in
            guard case .success(let due) = result, let first = due.first, let cron = try? CronExpression(first.cron)
            else { return done() }
            let plan = SlotPlan(
                cron: cron, zone: .gmt, next: Date(simulatedMicroseconds: first.nextSlot),
                now: Date(simulatedMicroseconds: first.seenAt), missed: .all)
            let ids = plan.slots.map { _ in simulation.newJob() }
            simulation.call(.schedulesTurn, from: process) {
                $0.turn(first, plan, ids: ids)
            } done: { _ in
                done()
            }
        }
    }
}
