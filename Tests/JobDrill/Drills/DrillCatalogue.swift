/// All drills, in the order they are run.
enum DrillCatalogue {
    struct Entry {
        let drill: any Drill
        /// Which of the short form's groups it is in; those of one group are run at the same time.
        var short: Int?
        /// It waits most of the time, so that others may wait beside it in the full form, too.
        var isQuiet = false

        var name: String { drill.name }

        /// Whether a run of that form does it.
        func isIn(_ form: Form) -> Bool { form == .full || short != nil }
    }

    /// In the short form the longest ones wait beside each other; alone are those that take the server away from everybody, or
    /// whose leases end when others take the processor.
    static let all: [Entry] = [
        Entry(drill: KillDrill.product),
        Entry(drill: KillDrill.often, short: 1),
        Entry(drill: LabelledDrill(), short: 2),
        Entry(drill: ZombieDrill.quick, short: 4),
        Entry(drill: UniqueDrill(), short: 2),
        Entry(drill: CronDrill(), short: 1),
        Entry(drill: CancelDrill(), short: 2),
        Entry(drill: PressureDrill(), short: 3),
        Entry(drill: FairnessDrill(), short: 3),
        Entry(drill: RollingDrill(), short: 2),
        Entry(drill: ZombieDrill.product, isQuiet: true),
        Entry(drill: FrozenDrill(), isQuiet: true),
        Entry(drill: ClockDrill(), isQuiet: true),
        Entry(drill: RetryDrill(), short: 1, isQuiet: true),
        Entry(drill: UpgradeDrill(), short: 3, isQuiet: true),
        Entry(drill: PlantedDrill(), short: 3, isQuiet: true),
        Entry(drill: RestartDrill(), short: 5),
    ]

    /// Drills that are run at the same time: the groups of the short form, neighbours that are quiet in the full one.
    static func groups(of entries: [Entry], form: Form) -> [[Entry]] {
        if form == .short {
            return Dictionary(grouping: entries) { $0.short ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
        }
        var groups: [[Entry]] = []
        for entry in entries {
            if let last = groups.last, entry.isQuiet, last.allSatisfy(\.isQuiet) {
                groups[groups.count - 1].append(entry)
            } else {
                groups.append([entry])
            }
        }
        return groups
    }
}
