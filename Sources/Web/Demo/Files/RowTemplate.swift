/// A product's row in a place's files with gaps for what changes from week to week, so that a year of files is
/// written quickly.
struct RowTemplate: Sendable {
    private enum Segment: Sendable {
        case text([UInt8])
        case gap(Field)
    }

    private var segments: [Segment] = []
    private let mark: UInt8

    init(_ product: DemoProduct, key: String, name: String, layout: FileLayout) {
        mark = layout.mark == "," ? UInt8(ascii: ",") : UInt8(ascii: ".")
        let values = FixedValues(product: product, key: key, name: name, mark: layout.mark)
        switch layout.format {
        case .table(let separator): fillTable(values, layout, separator)
        case .json: fillObject(values, layout)
        }
    }

    private mutating func fillTable(_ values: FixedValues, _ layout: FileLayout, _ separator: UInt8) {
        for (index, column) in layout.columns.enumerated() {
            if index > 0 { add([separator]) }
            if let value = values.text(of: column.field) {
                add(layout.encoded(Self.quoted(value, separator: separator)))
            } else {
                segments.append(.gap(column.field))
            }
        }
        add([13, 10])
    }

    private mutating func fillObject(_ values: FixedValues, _ layout: FileLayout) {
        var outer: Substring?
        for (index, column) in layout.columns.enumerated() {
            let path = column.title.split(separator: ".")
            let parent = path.count > 1 ? path[0] : nil
            if outer != nil, parent != outer { add(Array("}".utf8)) }
            add(Array((index == 0 ? "{" : ",").utf8))
            if let parent, parent != outer { add(Array("\"\(parent)\":{".utf8)) }
            outer = parent
            add(Array("\"\(path[path.count - 1])\":".utf8))
            if let value = values.text(of: column.field) {
                add(Array(Self.jsonValue(value, of: column.field).utf8))
            } else {
                segments.append(.gap(column.field))
            }
        }
        add(Array((outer == nil ? "}" : "}}").utf8))
    }

    private mutating func add(_ bytes: [UInt8]) {
        if case .text(let before) = segments.last {
            segments[segments.count - 1] = .text(before + bytes)
        } else {
            segments.append(.text(bytes))
        }
    }

    /// Appends the row of a week.
    func append(_ state: WeekState, day: [UInt8], unitsPerCase: Int, to bytes: inout [UInt8]) {
        for segment in segments {
            switch segment {
            case .text(let text): bytes.append(contentsOf: text)
            case .gap(.day): bytes.append(contentsOf: day)
            case .gap(.price): appendMoney(state.price, to: &bytes)
            case .gap(.regularPrice): appendMoney(state.regular, to: &bytes)
            case .gap(.casePrice): appendMoney(state.price * unitsPerCase, to: &bytes)
            case .gap(.regularCasePrice): appendMoney(state.regular * unitsPerCase, to: &bytes)
            case .gap(.stock): Self.appendNumber(state.stock, to: &bytes)
            case .gap(.caseStock): Self.appendNumber(state.stock / max(1, unitsPerCase), to: &bytes)
            case .gap(.stores): Self.appendNumber(state.stores, to: &bytes)
            case .gap: break
            }
        }
    }

    private func appendMoney(_ amount: Int, to bytes: inout [UInt8]) {
        Self.appendNumber(amount / 100, to: &bytes)
        bytes.append(mark)
        bytes.append(UInt8(48 + amount / 10 % 10))
        bytes.append(UInt8(48 + amount % 10))
    }

    private static func appendNumber(_ number: Int, to bytes: inout [UInt8]) {
        if number >= 10 { appendNumber(number / 10, to: &bytes) }
        bytes.append(UInt8(48 + number % 10))
    }

    /// RFC 4180: quotes around what holds a separator or a quote.
    private static func quoted(_ text: String, separator: UInt8) -> String {
        guard text.utf8.contains(where: { $0 == separator || $0 == UInt8(ascii: "\"") }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func jsonValue(_ text: String, of field: Field) -> String {
        switch field {
        case .millilitres, .strength, .vintage, .unitsPerCase: text.isEmpty ? "null" : text
        default:
            text.isEmpty
                ? "null"
                : "\""
                    + text.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\\\"") + "\""
        }
    }
}
