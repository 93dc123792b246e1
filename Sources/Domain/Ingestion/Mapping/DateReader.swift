import Catalog

/// Finds the day, and perhaps the time, of each row.
struct DateReader {
    struct Moment {
        let day: CalendarDay
        let utcSeconds: Int64?
    }

    enum Outcome {
        case moment(Moment)
        /// A sentence fragment and the column.
        case problem(String, column: String?)
    }

    private enum Source { case fixed(CalendarDay), column(CachedField<Outcome>, name: String) }

    private let source: Source

    /// The same day for the whole file.
    init(day: CalendarDay) { source = .fixed(day) }

    /// The day in a column, which must lie between 1990 and the day after today.
    init(
        plan: RulePlan, format: DateFormat, clock: ZoneClock?, today: CalendarDay, scratch: ScratchBytes
    ) {
        let name = plan.columnName ?? ""
        let field = CachedField<Outcome>(
            plans: [plan], scratch: scratch, environment: TransformEnvironment()
        ) { _, text in
            guard let reading = format.read(text) else {
                let reason = "the date \(CellValues.quoted(text)) is not of the form \(format.pattern)"
                return .problem(reason, column: name)
            }
            if let reason = Self.problem(of: reading.day, today: today) { return .problem(reason, column: name) }
            let utc = reading.secondOfDay.flatMap { clock?.utcSeconds(day: reading.day, secondOfDay: $0) }
            return .moment(Moment(day: reading.day, utcSeconds: utc))
        }
        source = .column(field, name: name)
    }

    func outcome(_ record: RecordView) -> Outcome {
        switch source {
        case .fixed(let day): .moment(Moment(day: day, utcSeconds: nil))
        case .column(let field, let name): field.value(record) ?? .problem("the date is missing", column: name)
        }
    }

    /// Why a day cannot be right, as a sentence fragment.
    static func problem(of day: CalendarDay, today: CalendarDay) -> String? {
        if day > today.adding(days: 1) { return "the date \(day) is in the future" }
        if day.year < 1990 { return "the date \(day) is before 1990" }
        return nil
    }
}
