import Pages
import Routes

/// The pages of sources and runs.
extension Samples {
    static func run(_ word: String, _ state: ShownRunState, verdict: ShownVerdict? = nil) -> RunFacts {
        RunFacts(
            id: word, connection: word, connectionID: word, state: state, verdict: verdict,
            sentence: state == .applied ? nil : word, isComplete: state == .applied, startedAt: now,
            finishedAt: state == .running ? nil : now, items: 12_408, new: 3, changed: 40, pages: 9, records: 12_410,
            rejects: 2, requests: 11, retries: 1, unchanged: 1, packedBytes: 1_204_000, waitedSeconds: 4.25,
            attempts: 1,
            signIns: 1, statuses: word)
    }

    private static func figures(_ word: String) -> DatedSample.Figures {
        var figures = DatedSample.Figures()
        (figures.points, figures.comments, figures.value, figures.isPartial) = (1, 12, word, true)
        return figures
    }

    static func sourcePages(_ word: String) -> [any Page] {
        let frame = frame(word)
        return ConsoleArea.allCases.flatMap { area -> [any Page] in
            let runs = ShownRunState.allCases.map { RunListLine(run(word, $0), area: area, frame: frame) }
            let line = SourceLine(
                id: word, name: word, source: word, health: .changed, note: word, stop: nil, everyMinutes: 60,
                run: run(word, .held), area: area, frame: frame)
            let off = SourceLine(
                id: word, name: word, source: word, health: nil, note: nil, stop: word, everyMinutes: 1_440, run: nil,
                area: area, frame: frame)
            let catalog = [
                CatalogLine(
                    code: word, title: word, what: word, needsLogin: true, stop: nil, isOurs: false, area: area,
                    frame: frame),
                CatalogLine(
                    code: word, title: word, what: word, needsLogin: false, stop: word, isOurs: true, area: area,
                    frame: frame),
                CatalogLine(
                    code: word, title: word, what: word, needsLogin: true, stop: word, isOurs: false, area: area,
                    frame: frame),
            ]
            let fields = [
                FieldCoverageLine(field: "brand", records: 10, filled: 9, commonest: word, text: .english),
                FieldCoverageLine(field: word, records: 0, filled: 0, commonest: nil, text: .english),
            ]
            return [
                SourcesPage(
                    frame: frame, area: area, note: .stopped,
                    held: [HeldRunLine(run(word, .held), area: area, frame: frame)], lines: [line, off],
                    catalog: catalog),
                SourcesPage(frame: frame, area: area, note: nil, held: [], lines: [], catalog: []),
                SourcePage(
                    frame: frame, area: area, note: .asked, facts: facts(word, paused: now, stop: word), runs: runs,
                    fields: fields,
                    samples: [
                        RecordSample(
                            name: word, millilitres: 750, price: MoneyAmount(minorUnits: 1_299, currency: word),
                            stock: 3,
                            seen: day(1), text: .english),
                        RecordSample(
                            name: word, millilitres: nil, price: nil, stock: nil, seen: day(1), text: .english),
                    ],
                    records: [
                        DatedSample(title: word, origin: word, moment: now, address: word, frame: frame),
                        DatedSample(
                            title: word, origin: nil, moment: nil, address: nil, figures: figures(word), frame: frame),
                    ]),
                SourcePage(
                    frame: frame, area: area, note: nil, facts: facts(word, paused: nil, stop: nil), runs: [],
                    fields: [],
                    samples: [], records: []),
                OpenSourcePage(
                    frame: frame, area: area, source: (word, word, word),
                    regions: [(value: word, label: word), (value: "x", label: word)], needsTerms: true,
                    typed: OpenSourcePage.Typed(name: word, region: word, terms: word, minutes: word), problem: word,
                    trial: OpenSourcePage.Trial(
                        samples: [
                            RecordSample(
                                name: word, millilitres: nil, price: nil, stock: nil, seen: day(1), text: .english)
                        ],
                        records: [DatedSample(title: word, origin: word, moment: now, address: word, frame: frame)])),
                OpenSourcePage(
                    frame: frame, area: area, source: (word, word, word), regions: [], needsTerms: false,
                    typed: OpenSourcePage.Typed(name: word, region: "", terms: "", minutes: "60"),
                    trial: OpenSourcePage.Trial(samples: [], records: [])),
                RunPage(
                    frame: frame, area: area, note: .decided, run: run(word, .held, verdict: .site),
                    findings: [FindingLine(sentence: word, holds: true), FindingLine(sentence: word, holds: false)],
                    fields: fields,
                    errors: [
                        RunErrorLine(record: 0, place: 0, reason: word, text: .english),
                        RunErrorLine(record: 3, place: 1, reason: word, text: .english),
                    ]),
                RunPage(
                    frame: frame, area: area, note: nil, run: run(word, .running), findings: [], fields: [], errors: []),
                CyclesPage(frame: frame, area: area, cycles: [cycle(word, area)]),
                CyclesPage(frame: frame, area: area, cycles: []),
            ]
        }
    }

    private static func facts(_ word: String, paused: MomentStamp?, stop: String?) -> SourcePage.Facts {
        SourcePage.Facts(
            id: word, name: word, source: word, health: .working, note: word, checkedAt: paused, everyMinutes: 60,
            pausedAt: paused, stop: stop, isRevoked: false, needsLogin: true, listings: 12_408)
    }

    private static func cycle(_ word: String, _ area: ConsoleArea) -> CycleFigure {
        func after(_ seconds: Int64) -> MomentStamp {
            MomentStamp(secondsSince1970: now.secondsSince1970 - 3_600 + seconds)
        }
        return CycleFigure(
            startedAt: after(0), dueAt: after(1_200),
            steps: [
                .init(
                    kind: .read(word), job: word, state: "completed", begunAt: after(1), finishedAt: after(70),
                    startsBy: nil),
                .init(
                    kind: .read(word), job: word, state: "dead", begunAt: after(1), finishedAt: after(1_500),
                    startsBy: nil),
                .init(
                    kind: .match, job: word, state: "running", begunAt: after(480), finishedAt: nil,
                    startsBy: after(480)),
                .init(kind: .score, job: word, state: nil, begunAt: nil, finishedAt: nil, startsBy: after(720)),
            ], area: area, frame: frame(word))
    }
}
