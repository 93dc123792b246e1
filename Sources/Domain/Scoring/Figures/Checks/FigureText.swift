/// A text that must not be empty.
package enum FigureText: String, Hashable, Sendable {
    case name, title, source, summary
}
