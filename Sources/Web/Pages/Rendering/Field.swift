/// One field of a page value: its name in templates, what it may be used for, and how to read it.
package struct Field<Value: PageValue>: Sendable {
    package enum Kind: Sendable {
        /// Text, escaped wherever it is shown.
        case text(@Sendable (Value) -> String)
        /// Text that may be missing; its section is shown only when it is there.
        case optionalText(@Sendable (Value) -> String?)
        /// The only kind allowed in `href`, `action` and `src`.
        case link(@Sendable (Value) -> String?)
        /// The only kind allowed in `{{{ }}}`.
        case markup(@Sendable (Value) -> SafeMarkup?)
        /// Shows or hides a section.
        case flag(@Sendable (Value) -> Bool)
        /// A section once per row, or once for a part that is there.
        case nested(any NestedField<Value>)
    }

    package let name: String
    package let kind: Kind
}
