/// A list of rows.
struct RowsField<Value: PageValue, Row: PageValue>: NestedField {
    let read: @Sendable (Value) -> [Row]

    var isList: Bool { true }

    func isEmpty(_ value: Value) -> Bool {
        read(value).isEmpty
    }

    func forEach(_ value: Value, _ body: (Row) -> Void) {
        for row in read(value) {
            body(row)
        }
    }
}
