/// A part of a console page that is read on its own: when it cannot be read, it says so and the rest stands.
package enum JobsPanel<Content: Sendable>: Sendable {
    case read(Content)
    case failed

    /// What was read, if it was.
    package var content: Content? {
        if case .read(let content) = self { content } else { nil }
    }

    package var isFailed: Bool { content == nil }
}
