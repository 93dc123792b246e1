/// All drills, in the order they are run.
enum DrillCatalogue {
    struct Entry {
        let drill: any Drill
        let isShort: Bool
        /// It takes the server away from everybody.
        var isAlone = false

        var name: String { drill.name }

        /// Whether a run of that form does it.
        func isIn(_ form: Form) -> Bool { form == .full || isShort }
    }

    static let all: [Entry] = [
        Entry(drill: KillDrill.product, isShort: false),
        Entry(drill: KillDrill.often, isShort: true),
        Entry(drill: LabelledDrill(), isShort: true),
        Entry(drill: ZombieDrill.quick, isShort: true),
        Entry(drill: ZombieDrill.product, isShort: false),
        Entry(drill: FrozenDrill(), isShort: false),
        Entry(drill: UniqueDrill(), isShort: true),
        Entry(drill: CronDrill(), isShort: true),
        Entry(drill: ClockDrill(), isShort: false),
        Entry(drill: CancelDrill(), isShort: true),
        Entry(drill: RetryDrill(), isShort: true),
        Entry(drill: PressureDrill(), isShort: true),
        Entry(drill: FairnessDrill(), isShort: true),
        Entry(drill: UpgradeDrill(), isShort: true),
        Entry(drill: RollingDrill(), isShort: true),
        Entry(drill: PlantedDrill(), isShort: true),
        Entry(drill: RestartDrill(), isShort: true, isAlone: true),
    ]

    /// Drills that may be run at the same time, so many at most.
    static func groups(of entries: [Entry], atOnce most: Int) -> [[Entry]] {
        var groups: [[Entry]] = []
        for entry in entries {
            if let last = groups.last, last.count < most, !entry.isAlone, !last.contains(where: \.isAlone) {
                groups[groups.count - 1].append(entry)
            } else {
                groups.append([entry])
            }
        }
        return groups
    }
}
