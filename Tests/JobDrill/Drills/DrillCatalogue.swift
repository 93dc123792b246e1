/// All drills, in the order they are run.
enum DrillCatalogue {
    struct Entry {
        let drill: any Drill
        let isShort: Bool
        /// It takes the server away from everybody, or its leases end when others take the processor.
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
        Entry(drill: ZombieDrill.quick, isShort: true, isAlone: true),
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

    /// Drills that are run at the same time: four in the short form, quiet ones in the full.
    static func groups(of entries: [Entry], form: Form) -> [[Entry]] {
        func mayJoin(_ entry: Entry, _ group: [Entry]) -> Bool {
            guard !entry.isAlone, !group.contains(where: \.isAlone) else { return false }
            return form == .short ? group.count < 4 : entry.isQuiet && group.allSatisfy(\.isQuiet)
        }
        var groups: [[Entry]] = []
        for entry in entries {
            if let last = groups.last, mayJoin(entry, last) {
                groups[groups.count - 1].append(entry)
            } else {
                groups.append([entry])
            }
        }
        return groups
    }
}
