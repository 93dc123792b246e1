/// One part that may be missing.
struct PartField<Value: PageValue, Part: PageValue>: NestedField {
    let read: @Sendable (Value) -> Part?

    var isList: Bool { false }

    func isEmpty(_ value: Value) -> Bool {
        read(value) == nil
    }

    func forEach(_ value: Value, _ body: (Part) -> Void) {
        if let part = read(value) {
            body(part)
        }
    }
}
