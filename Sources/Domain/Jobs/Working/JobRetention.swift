/// How long ended jobs are kept.
package struct JobRetention: Sendable {
    package var completed: Duration
    package var cancelled: Duration
    package var dead: Duration
    /// Effect keys and slots; longer than any job may live.
    package var effects: Duration
    package var tallies: Duration
    /// Jobs removed by one statement, so that nobody waits for it.
    package var batch: Int

    package init(
        completed: Duration = .seconds(2 * 86_400), cancelled: Duration = .seconds(7 * 86_400),
        dead: Duration = .seconds(90 * 86_400), effects: Duration = .seconds(90 * 86_400),
        tallies: Duration = .seconds(90 * 86_400), batch: Int = 5_000
    ) {
        self.completed = completed
        self.cancelled = cancelled
        self.dead = dead
        self.effects = effects
        self.tallies = tallies
        self.batch = batch
    }
}
