/// A value that must not appear in logs, errors, dumps or encoded output.
///
/// It prints as `[redacted]` in every way Swift can print a value, has no mirror children and is not `Codable`,
/// so that it is only ever read where the code says `reveal()`.
package struct Redacted<Value> {
    private let value: Value

    package init(_ value: Value) {
        self.value = value
    }

    /// The value itself. A call of this is what a reviewer searches for.
    package func reveal() -> Value {
        value
    }
}

extension Redacted: Sendable where Value: Sendable {}

extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
