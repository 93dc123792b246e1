/// A value read from a cell, or why there is none.
struct Noted<Value> {
    let value: Value?
    let note: RowNote?

    static func value(_ value: Value) -> Noted { Noted(value: value, note: nil) }

    static func note(_ kind: RowNote.Kind, _ plan: RulePlan, _ text: String) -> Noted {
        Noted(value: nil, note: RowNote(kind: kind, column: plan.columnName, text: text))
    }
}
