/// Storage that is used again and again for bytes put together from several cells.
final class ScratchBytes {
    private var array: [UInt8] = []
    private var storage: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 4_096)

    deinit { storage.deallocate() }

    /// The bytes `body` appends, valid until the next call.
    func fill(_ body: (inout [UInt8]) -> Void) -> UnsafeBufferPointer<UInt8> {
        array.removeAll(keepingCapacity: true)
        body(&array)
        if array.count > storage.count {
            storage.deallocate()
            storage = .allocate(capacity: array.count * 2)
        }
        _ = storage.update(fromContentsOf: array)
        return UnsafeBufferPointer(rebasing: storage[..<array.count])
    }
}
