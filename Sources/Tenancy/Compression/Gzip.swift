import CZlib

/// Gzip of byte arrays held in memory.
package enum Gzip {
    /// The bytes as one gzip member without a name or time, so that equal input gives equal output.
    /// - Parameter level: 1 (fast) to 9 (small); anything else counts as 6.
    /// - Returns: `nil` only when zlib finds no memory.
    package static func compress(_ bytes: [UInt8], level: Int = 6) -> [UInt8]? {
        blocks(bytes, level: level, windowBits: 15 + 16, finish: Z_FINISH)
    }

    /// - Parameters:
    ///   - windowBits: as zlib counts them: 31 for gzip, -15 for deflate blocks alone.
    ///   - finish: how the last bytes are flushed.
    static func blocks(_ bytes: [UInt8], level: Int, windowBits: Int32, finish: Int32) -> [UInt8]? {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        let usedLevel = (1...9).contains(level) ? Int32(level) : 6
        guard tidemark_deflateInit2(stream, usedLevel, windowBits) == Z_OK else { return nil }
        defer { deflateEnd(stream) }
        // zlib counts a piece in 32 bits; larger input goes through in several.
        let pieceSize = 1 << 30
        var output: [UInt8] = []
        output.reserveCapacity(Int(clamping: deflateBound(stream, UInt(min(bytes.count, pieceSize)))))
        var scratch = [UInt8](repeating: 0, count: min(max(bytes.count / 2, 1024), 256 * 1024))
        let isComplete = bytes.withUnsafeBufferPointer { input -> Bool in
            var offset = 0
            while true {
                let count = min(pieceSize, input.count - offset)
                let isLast = offset + count == input.count
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + offset })
                stream.pointee.avail_in = UInt32(count)
                offset += count
                guard drain(stream, flush: isLast ? finish : Z_NO_FLUSH, scratch: &scratch, into: &output) else {
                    return false
                }
                if isLast { return true }
            }
        }
        return isComplete ? output : nil
    }

    /// The bytes of all members of a gzip stream.
    package static func decompress(
        _ bytes: [UInt8], limits: InflateLimits = InflateLimits()
    ) throws(InflateProblem) -> [UInt8] {
        let inflater = try Inflater(limits: limits)
        var output: [UInt8] = []
        try inflater.inflate(bytes, into: &output)
        try inflater.finish()
        return output
    }

    private static func drain(
        _ stream: UnsafeMutablePointer<z_stream>, flush: Int32, scratch: inout [UInt8], into output: inout [UInt8]
    ) -> Bool {
        while true {
            let (code, produced) = scratch.withUnsafeMutableBufferPointer { room in
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(clamping: room.count)
                let code = deflate(stream, flush)
                return (code, room.count - Int(stream.pointee.avail_out))
            }
            output.append(contentsOf: scratch[..<produced])
            if code == Z_STREAM_END { return true }
            guard code == Z_OK || code == Z_BUF_ERROR else { return false }
            if flush != Z_FINISH, stream.pointee.avail_in == 0, produced < scratch.count { return true }
            if code == Z_BUF_ERROR, produced == 0 { return false }
        }
    }
}
