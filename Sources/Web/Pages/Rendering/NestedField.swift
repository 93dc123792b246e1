/// A field whose section is rendered with values of another type.
package protocol NestedField<Value>: Sendable {
    associatedtype Value: PageValue
    associatedtype Inner: PageValue

    /// Whether there is nothing to render the section with.
    func isEmpty(_ value: Value) -> Bool

    /// Calls `body` for each inner value in order.
    func forEach(_ value: Value, _ body: (Inner) -> Void)

    /// Whether the field is a list (its inner values are rows) rather than one part.
    var isList: Bool { get }
}

extension NestedField {
    /// A step that runs the inner steps for each inner value.
    func step(_ steps: [Step<Inner>]) -> Step<Value> {
        let program = Program(steps: steps)
        return .nested { value, buffer in
            forEach(value) { program.run($0, into: &buffer) }
        }
    }
}
