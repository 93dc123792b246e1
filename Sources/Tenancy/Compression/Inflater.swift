import CZlib

/// Unpacks a gzip stream piece by piece: several members after each other, padding of zeros after the last.
/// After an error the inflater must not be used again.
package final class Inflater {
    private enum State { case member, betweenMembers }

    private let stream: UnsafeMutablePointer<z_stream>
    private let limits: InflateLimits
    private var state = State.member
    private var hasStarted = false
    /// zlib can have taken all input and still hold output for which there was no room.
    private var holdsOutput = false
    private var bytesIn: Int64 = 0
    private var bytesOut: Int64 = 0

    package init(limits: InflateLimits = InflateLimits()) throws(InflateProblem) {
        self.limits = limits
        stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 is the largest window, 16 asks for the gzip wrapper alone.
        guard tidemark_inflateInit2(stream, 15 + 16) == Z_OK else {
            stream.deallocate()
            throw .outOfMemory
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks from the front of `input` into `output` and tells how many bytes of each were used. Nothing used of
    /// either means more input is needed.
    package func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(InflateProblem) -> (consumed: Int, produced: Int) {
        var consumed = 0
        var produced = 0
        while produced < output.count, consumed < input.count || holdsOutput {
            if state == .betweenMembers {
                if input[consumed] == 0 {
                    consumed += 1
                    continue
                }
                guard input[consumed] == 0x1F else { throw .corrupt("bytes follow the end of the compressed data") }
                guard inflateReset(stream) == Z_OK else { throw .corrupt("the decompressor could not be reset") }
                state = .member
            }
            let step = try inflateMember(
                UnsafeRawBufferPointer(rebasing: input[consumed...]),
                into: UnsafeMutableRawBufferPointer(rebasing: output[produced...]))
            consumed += step.consumed
            produced += step.produced
            if step.consumed == 0, step.produced == 0, state == .member { break }
        }
        return (consumed, produced)
    }

    /// Unpacks all of `input` to the end of `output`.
    package func inflate(_ input: [UInt8], into output: inout [UInt8]) throws(InflateProblem) {
        var room = [UInt8](repeating: 0, count: 64 * 1_024)
        var offset = 0
        while true {
            let step = try input.withUnsafeBufferPointer { input throws(InflateProblem) in
                try room.withUnsafeMutableBufferPointer { room throws(InflateProblem) in
                    try inflate(
                        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: input[offset...])),
                        into: UnsafeMutableRawBufferPointer(room))
                }
            }
            output.append(contentsOf: room[..<step.produced])
            offset += step.consumed
            if step.produced == 0, step.consumed == 0 { return }
        }
    }

    /// To be called when there is no more input.
    /// - Throws: `truncated` when a member is unfinished or nothing was there at all.
    package func finish() throws(InflateProblem) {
        guard hasStarted, state == .betweenMembers else { throw .truncated }
    }

    private func inflateMember(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(InflateProblem) -> (consumed: Int, produced: Int) {
        let inputCount = UInt32(clamping: input.count)
        let outputCount = UInt32(clamping: output.count)
        hasStarted = true
        // zlib does not write to its input; the header lacks the const.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = inputCount
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = outputCount
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        let consumed = Int(inputCount - stream.pointee.avail_in)
        let produced = Int(outputCount - stream.pointee.avail_out)
        holdsOutput = code == Z_OK && stream.pointee.avail_out == 0
        bytesIn += Int64(consumed)
        bytesOut += Int64(produced)
        switch code {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: state = .betweenMembers
        case Z_MEM_ERROR: throw .outOfMemory
        default: throw .corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
        }
        try checkLimits()
        return (consumed, produced)
    }

    private func checkLimits() throws(InflateProblem) {
        if bytesOut > limits.maximumOutput { throw .tooLarge(limit: limits.maximumOutput) }
        if bytesOut > limits.ratioGrace, bytesOut / limits.maximumRatio > bytesIn {
            throw .suspiciousRatio(limit: limits.maximumRatio)
        }
    }
}
