/// What a transfer sends, read piece by piece on the loop's thread.
protocol TransferSource: Sendable {
    var count: Int { get }

    /// Copies bytes that lie behind one another.
    /// - Parameters:
    ///   - offset: of the first one, less than `count`.
    ///   - target: room for at least one and for no more than there are.
    /// - Returns: how many it copied, one or more; nil when they are not there any more.
    func copy(from offset: Int, into target: UnsafeMutableRawBufferPointer) -> Int?
}

extension Array: TransferSource where Element == UInt8 {
    func copy(from offset: Int, into target: UnsafeMutableRawBufferPointer) -> Int? {
        target.copyBytes(from: self[offset..<(offset + target.count)])
        return target.count
    }
}
