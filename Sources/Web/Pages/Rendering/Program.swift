/// A compiled template: rendering it cannot fail.
package struct Program<Value: PageValue>: Sendable {
    let steps: [Step<Value>]

    /// Appends the page to the buffer.
    package func run(_ value: Value, into buffer: inout HTMLBuffer) {
        for step in steps {
            switch step {
            case .literal(let bytes): buffer.append(bytes)
            case .text(let read): buffer.append(escaping: read(value))
            case .optionalText(let read): if let text = read(value) { buffer.append(escaping: text) }
            case .markup(let read): if let markup = read(value) { buffer.append(markup.bytes) }
            case .when(let holds, let program): if holds(value) { program.run(value, into: &buffer) }
            case .nested(let run): run(value, &buffer)
            }
        }
    }
}
