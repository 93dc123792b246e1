import Dispatch
import Synchronization

/// Does the same to many things on a few threads; results are in the order of the things.
enum ParallelMap {
    /// - Parameters:
    ///   - count: things, numbered from 0.
    ///   - threads: at most so many; the calling thread is one of them and waits for the rest.
    static func map<Result: Sendable>(
        _ count: Int, threads: Int, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
        _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        guard count > 0 else { return [] }
        let next = Atomic(0)
        let found = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            var own: [(place: Int, result: Result)] = []
            while true {
                let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard place < count else { break }
                own.append((place, body(place)))
                progress(place + 1, count)
            }
            found.withLock { all in for one in own { all[one.place] = one.result } }
        }
        return found.withLock { $0.compactMap { $0 } }
    }
}
