/// The fields of a page value, by name.
package struct Shape<Value: PageValue>: Sendable {
    /// The fields in the order they were declared.
    package let fields: [Field<Value>]

    package init(_ fields: [Field<Value>]) {
        self.fields = fields
    }

    /// The field of that name, nil if there is none.
    package func field(_ name: String) -> Field<Value>? {
        fields.first { $0.name == name }
    }
}
