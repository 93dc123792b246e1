/// All drills, in the order they are run.
enum DrillCatalogue {
    struct Entry {
        let drill: any Drill
        let isShort: Bool
        /// It takes the server away from everybody.
        var isAlone = false
        /// It waits most of the time, so that others may wait beside it in the full form, too.
        var isQuiet = false

        var name: String { drill.name }

        /// Whether a run of that form does it.
        func isIn(_ form: Form) -> Bool { form == .full || isShort }
    }

    static let all: [Entry] = [
        Entry(drill: KillDrill.product, isShort: false),
        Entry(drill: KillDrill.often, isShort: true),
        Entry(drill: LabelledDrill(), isShort: true),
        Entry(drill: ZombieDrill.quick, isShort: true),
        Entry(drill: UniqueDrill(), isShort: true),
        Entry(drill: CronDrill(), isShort: true),
        Entry(drill: CancelDrill(), isShort: true),
        Entry(drill: PressureDrill(), isShort: true),
        Entry(drill: FairnessDrill(), isShort: true),
        Entry(drill: RollingDrill(), isShort: true),
        Entry(drill: ZombieDrill.product, isShort: false, isQuiet: true),
        Entry(drill: FrozenDrill(), isShort: false, isQuiet: true),
        Entry(drill: ClockDrill(), isShort: false, isQuiet: true),
        Entry(drill: RetryDrill(), isShort: true, isQuiet: true),
        Entry(drill: UpgradeDrill(), isShort: true, isQuiet: true),
        Entry(drill: PlantedDrill(), isShort: true, isQuiet: true),
        Entry(drill: RestartDrill(), isShort: true, isAlone: true),
    ]

    /// Drills that may be run beside each other; the next stage begins when all of this one have ended.
    struct Stage {
        var drills: [Entry]
        /// How many at the same time: four in the short form, all that are quiet in the full.
        let atOnce: Int
    }

    static func stages(of entries: [Entry], form: Form) -> [Stage] {
        func mayJoin(_ entry: Entry, _ stage: Stage) -> Bool {
            guard !entry.isAlone, !stage.drills.contains(where: \.isAlone) else { return false }
            return form == .short || entry.isQuiet && stage.drills.allSatisfy(\.isQuiet)
        }
        var stages: [Stage] = []
        for entry in entries {
            if let last = stages.last, mayJoin(entry, last) {
                stages[stages.count - 1].drills.append(entry)
            } else {
                stages.append(Stage(drills: [entry], atOnce: form.pick(4, entries.count)))
            }
        }
        return stages
    }
}
