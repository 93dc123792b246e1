/// What happens when, in a simulated run: a heap of closures, ordered by time and by when they were added.
final class Timeline {
    private struct Entry {
        let at: Int
        let order: Int
        let work: () -> Void

        func isBefore(_ other: Entry) -> Bool { at == other.at ? order < other.order : at < other.at }
    }

    private var heap: [Entry] = []
    private var added = 0
    /// Microseconds since the run began; what really is so, which no process knows.
    private(set) var now = 0

    func after(_ delay: Int, _ work: @escaping () -> Void) {
        heap.append(Entry(at: now + max(0, delay), order: added, work: work))
        added += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Does the next thing.
    /// - Returns: whether there was one.
    func step() -> Bool {
        guard let first = heap.first, let last = heap.popLast() else { return false }
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        now = first.at
        first.work()
        return true
    }

    /// Forgets what was to come, and with it what the closures hold.
    func clear() { heap = [] }

    private func sink() {
        var parent = 0
        while true {
            var least = 2 * parent + 1
            guard least < heap.count else { return }
            if least + 1 < heap.count, heap[least + 1].isBefore(heap[least]) { least += 1 }
            guard heap[least].isBefore(heap[parent]) else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
