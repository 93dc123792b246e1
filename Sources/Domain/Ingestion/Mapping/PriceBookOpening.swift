import Catalog

/// Opens a price book: everything that happens once per file.
struct PriceBookOpening {
    let window: ByteWindow
    let records: RecordReader
    let mapper: RowMapper
    private(set) var notes: [String] = []

    init(path: String, mapping: Mapping, options: PriceBookOptions) throws(PriceBookProblem) {
        let fileName = path.split(separator: "/").last.map(String.init) ?? path
        // What the file's name alone shows wrong should not wait for the file.
        let fixedDay = try Self.fixedDay(mapping, options: options, fileName: fileName, notes: &notes)
        let environment = TransformEnvironment(
            tables: mapping.tables, lookups: try Self.lookups(mapping, paths: options.lookups))
        window = try ByteWindow(source: try ByteSource(path: path), encoding: mapping.encoding)
        let indices: [String: Int]
        (records, indices) = try Self.reader(window, mapping: mapping, fileName: fileName)
        let builder = PlanBuilder(mapping: mapping, indices: indices)
        let missing = builder.missingColumns()
        if !missing.isEmpty { throw ColumnNames(records.header).missing(missing, file: fileName) }
        let scratch = ScratchBytes()
        mapper = RowMapper(
            mapping: mapping, builder: builder, environment: environment, options: options,
            dates: Self.dates(mapping, fixedDay: fixedDay, builder: builder, today: options.today, scratch: scratch),
            scratch: scratch)
    }

    private static func reader(
        _ window: ByteWindow, mapping: Mapping, fileName: String
    ) throws(PriceBookProblem) -> (RecordReader, [String: Int]) {
        let format = mapping.format == .auto ? window.withBytes(FileFormat.sniff) : mapping.format
        if let separator = format.separator {
            let reader = try DelimitedReader(window: window, separator: separator)
            if reader.header.isEmpty, mapping.encoding == .utf8 {
                throw PriceBookProblem(
                    .wrongFormat,
                    "The header of \(fileName) is not UTF-8, as the mapping states; save the file as UTF-8 or set the "
                        + "mapping's encoding to auto.")
            }
            return (.delimited(reader), ColumnNames(reader.header).indices)
        }
        var paths: [JSONPath] = []
        for name in PlanBuilder.allNames(mapping) {
            guard let path = JSONPath(name) else {
                throw PriceBookProblem(.badMapping, "The mapping's \"\(name)\" is not a path in a JSON file.")
            }
            paths.append(path)
        }
        let reader = try JSONReader(window: window, paths: paths, isArray: format == .json)
        var indices: [String: Int] = [:]
        for (index, path) in paths.enumerated() where index < reader.pathsInFirst.count {
            // A name the first object lacks may still come later, unless a rule cannot do without it.
            if reader.pathsInFirst[index] || !isRequired(path.text, mapping) { indices[path.text] = index }
        }
        return (.json(reader), indices)
    }

    private static func isRequired(_ name: String, _ mapping: Mapping) -> Bool {
        mapping.fields.values.joined().contains { rule in
            guard rule.isRequired, case .columns(let columns, _) = rule.source else { return false }
            return columns.contains { $0.contains(name) }
        }
    }

    private static func fixedDay(
        _ mapping: Mapping, options: PriceBookOptions, fileName: String, notes: inout [String]
    ) throws(PriceBookProblem) -> CalendarDay? {
        let day: CalendarDay
        switch mapping.date {
        case .column: return nil
        case .argument:
            guard let given = options.date else {
                throw PriceBookProblem(.badDate, "This book does not say its date; give it with --date.")
            }
            day = given
        case .fileName(let patterns):
            if let given = options.date {
                day = given
            } else if let pattern = patterns.first(where: { $0.read(fileName) != nil }),
                let found = pattern.read(fileName)
            {
                day = found.day
                if !found.isExact {
                    notes.append("The file name gives no exact day, so \(day) was taken; --date can say better.")
                }
            } else {
                let forms = patterns.map(\.pattern).joined(separator: " or ")
                throw PriceBookProblem(
                    .badDate,
                    "The name \(fileName) does not tell the date (expected \(forms)); give it with --date.")
            }
        }
        if let reason = DateReader.problem(of: day, today: options.today) {
            throw PriceBookProblem(.badDate, "The file \(fileName) is refused: \(reason).")
        }
        return day
    }

    private static func lookups(
        _ mapping: Mapping, paths: [String: String]
    ) throws(PriceBookProblem) -> [String: LookupTable] {
        var tables: [String: LookupTable] = [:]
        for (name, rule) in mapping.lookups {
            guard let path = paths[name] else {
                throw PriceBookProblem(
                    .missingLookup, "This book needs a second file: give it with --lookup \(name)=FILE.")
            }
            let table = try LookupTable(path: path, rule: rule)
            for step in mapping.fields.values.joined().flatMap(\.transforms) {
                if case .lookup(name, let column) = step { try table.check(column: column, file: path) }
            }
            tables[name] = table
        }
        return tables
    }

    private static func dates(
        _ mapping: Mapping, fixedDay: CalendarDay?, builder: PlanBuilder, today: CalendarDay, scratch: ScratchBytes
    ) -> DateReader {
        if case .column(let names, let format) = mapping.date {
            let rule = FieldRule(
                source: .columns([names], join: ""), transforms: [], reading: nil, decimal: nil, isRequired: true)
            return DateReader(
                plan: builder.plan(rule), format: format, clock: mapping.timeZone.flatMap(ZoneClock.init(identifier:)),
                today: today, scratch: scratch)
        }
        return DateReader(day: fixedDay ?? today)
    }
}
