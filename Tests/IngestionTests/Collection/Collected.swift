import Synchronization

/// What several tasks said, in the order it came.
final class Collected<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    var all: [Element] { elements.withLock(\.self) }

    func add(_ element: Element) { elements.withLock { $0.append(element) } }
}
