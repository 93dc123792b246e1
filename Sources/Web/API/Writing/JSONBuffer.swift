/// The bytes of a JSON document while it is written. One owner; grows by doubling.
///
/// Plain memory instead of an array: a list of 50 products is some four thousand small appends, and an array checks at
/// each of them whether it is shared and full.
package struct JSONBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// The newest byte; zero when there is none.
    var last: UInt8 { count > 0 ? start[count - 1] : 0 }

    /// Lets `write` put at most `room` bytes at the end; it answers how many it put.
    @inline(__always)
    mutating func append(room: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        if capacity - count < room { grow(by: room) }
        assert(capacity - count >= room)
        let written = write(start + count)
        assert(written >= 0 && written <= room)
        count += written
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        append(room: 1) { place in
            place.pointee = byte
            return 1
        }
    }

    /// Appends bytes as they are.
    @inline(__always)
    mutating func append(raw bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        append(room: bytes.count) { place in
            place.update(from: source, count: bytes.count)
            return bytes.count
        }
    }

    /// Appends a literal of our code as it is.
    mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { append(raw: $0) }
    }

    /// `,` unless a value is the first after `opening`.
    @inline(__always)
    mutating func separate(after opening: UInt8) {
        if last != opening { append(UInt8(ascii: ",")) }
    }

    @inline(never)
    private mutating func grow(by room: Int) {
        let larger = max(capacity * 2, count + room)
        let place = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        place.update(from: start, count: count)
        start.deallocate()
        start = place
        capacity = larger
    }
}
