/// Why the templates cannot be used, as one plain sentence for the person who starts the server.
package struct TemplateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The template's name, or the folder's path.
    package let place: String
    /// The line in it, from 1; 0 when it is about the whole file.
    package let line: Int
    /// What is wrong, as the rest of the sentence.
    package let reason: String

    package init(place: String, line: Int = 0, reason: String) {
        self.place = place
        self.line = line
        self.reason = reason
    }

    package var description: String {
        line > 0 ? "Template \(place), line \(line): \(reason)." : "Template \(place): \(reason)."
    }
}
