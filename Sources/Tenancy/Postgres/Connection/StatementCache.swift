/// Which statements are prepared on a connection, least recently used first out. Pure.
struct StatementCache {
    struct Key: Hashable {
        let text: String
        let types: [TypeOID]
    }

    enum Lookup: Equatable {
        case prepared(name: String)
        /// Prepare under this name first; deallocate `evicted` when there is one.
        case prepare(name: String, evicted: String?)
    }

    private struct Entry {
        let name: String
        var lastUse: UInt64
    }

    private var entries: [Key: Entry] = [:]
    private var clock: UInt64 = 0
    private var nextName: UInt64 = 0
    let capacity: Int

    init(capacity: Int = 256) { self.capacity = max(1, capacity) }

    var count: Int { entries.count }

    mutating func lookup(_ key: Key) -> Lookup {
        clock += 1
        if let entry = entries[key] {
            entries[key]?.lastUse = clock
            return .prepared(name: entry.name)
        }
        var evicted: String?
        if entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
            evicted = oldest.value.name
        }
        nextName += 1
        let name = "t\(nextName)"
        entries[key] = Entry(name: name, lastUse: clock)
        return .prepare(name: name, evicted: evicted)
    }

    /// Forgets a statement whose preparation failed.
    mutating func forget(_ key: Key) { entries[key] = nil }

    /// Forgets everything, after DDL or a change of server. Names are never used twice.
    mutating func removeAll() { entries = [:] }
}
