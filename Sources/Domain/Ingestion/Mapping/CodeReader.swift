import Catalog

/// Reads the trade item numbers of a record.
struct CodeReader {
    let main: [RulePlan]
    let others: [RulePlan]
    let environment: TransformEnvironment
    let scratch: ScratchBytes

    /// The column of the main code.
    var column: String? { main.first?.columnName }

    /// The item's own code. A bad one is left out with a note.
    func code(_ record: RecordView, notes: inout [RowNote]) -> GTIN? {
        for plan in main {
            let raw = plan.raw(record, scratch: scratch)
            if raw.isEmpty { continue }
            guard let text = plan.text(raw, in: environment) else { continue }
            return read(text, plan, &notes)
        }
        return nil
    }

    /// Further codes: every rule gives any number of them, separated by spaces.
    func others(_ record: RecordView, besides main: GTIN?, notes: inout [RowNote]) -> [GTIN] {
        if others.isEmpty { return [] }
        var codes: [GTIN] = []
        for plan in others {
            let raw = plan.raw(record, scratch: scratch)
            if raw.isEmpty { continue }
            for text in plan.text(raw, in: environment)?.split(separator: " ") ?? [] {
                guard let code = read(String(text), plan, &notes), code != main, !codes.contains(code) else { continue }
                codes.append(code)
            }
        }
        return codes
    }

    private func read(_ text: String, _ plan: RulePlan, _ notes: inout [RowNote]) -> GTIN? {
        switch GTIN.read(text) {
        case .absent: return nil
        case .valid(let code): return code
        case .repaired(let code, let reason):
            notes.append(note(plan, "The EAN \(shown(text)) was read as \(code): \(reason)."))
            return code
        case .rejected(let reason):
            notes.append(note(plan, "The EAN \(shown(text)) \(reason); ignored."))
            return nil
        }
    }

    private func shown(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

    private func note(_ plan: RulePlan, _ text: String) -> RowNote {
        RowNote(kind: .gtin, column: plan.columnName, text: text)
    }
}
