/// All drills, in the order they are run.
enum DrillCatalogue {
    struct Entry {
        let drill: any Drill
        /// Which of the short form's groups it is in, if any; those of one group are run at the same time.
        var short: Int?
        /// Likewise of the full form.
        let full: Int

        var name: String { drill.name }

        /// Whether a run of that form does it.
        func isIn(_ form: Form) -> Bool { form == .full || short != nil }
    }

    /// Beside each other are those that wait most of the time, and in the short form the longest ones, too; alone are those that
    /// take the server away from everybody, that measure how soon something happens, or whose leases end when others take the
    /// processor.
    static let all: [Entry] = [
        Entry(drill: KillDrill.product, full: 1),
        Entry(drill: KillDrill.often, short: 1, full: 2),
        Entry(drill: LabelledDrill(), short: 2, full: 3),
        Entry(drill: ZombieDrill.quick, short: 4, full: 4),
        Entry(drill: UniqueDrill(), short: 2, full: 5),
        Entry(drill: CronDrill(), short: 1, full: 5),
        Entry(drill: CancelDrill(), short: 2, full: 6),
        Entry(drill: PressureDrill(), short: 3, full: 7),
        Entry(drill: FairnessDrill(), short: 3, full: 8),
        Entry(drill: RollingDrill(), short: 2, full: 9),
        Entry(drill: ZombieDrill.product, full: 10),
        Entry(drill: FrozenDrill(), full: 10),
        Entry(drill: ClockDrill(), full: 10),
        Entry(drill: RetryDrill(), short: 1, full: 10),
        Entry(drill: UpgradeDrill(), short: 3, full: 10),
        Entry(drill: PlantedDrill(), short: 3, full: 10),
        Entry(drill: RestartDrill(), short: 5, full: 11),
    ]

    /// Drills that are run at the same time, in the order of the groups.
    static func groups(of entries: [Entry], form: Form) -> [[Entry]] {
        Dictionary(grouping: entries) { form.pick($0.short ?? 0, $0.full) }.sorted { $0.key < $1.key }.map(\.value)
    }
}
