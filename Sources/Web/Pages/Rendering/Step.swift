/// One instruction of a compiled template.
package enum Step<Value: PageValue>: Sendable {
    /// Bytes as they are.
    case literal([UInt8])
    /// Text, escaped.
    case text(@Sendable (Value) -> String)
    /// Text, escaped, or nothing.
    case optionalText(@Sendable (Value) -> String?)
    /// Our own markup, as it is.
    case markup(@Sendable (Value) -> SafeMarkup?)
    /// The inner steps with the same value if the condition holds.
    indirect case when(@Sendable (Value) -> Bool, Program<Value>)
    /// Steps with values of another type.
    case nested(@Sendable (Value, inout HTMLBuffer) -> Void)
}
