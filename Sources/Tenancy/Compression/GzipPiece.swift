import CZlib

/// A run of bytes packed on its own, so that a body can be joined from pieces of which some were packed before.
///
/// Each piece is a series of deflate blocks that refers to nothing before it and ends on a byte boundary (`Z_SYNC_FLUSH`),
/// so pieces can follow each other in one gzip member (RFC 1951 §2.3, RFC 1952 §2.3).
package struct GzipPiece: Sendable {
    /// Deflate blocks without a final one.
    fileprivate let blocks: [UInt8]
    fileprivate let checksum: UInt
    /// Bytes before packing.
    fileprivate let count: Int

    /// Bytes after packing.
    package var packedCount: Int { blocks.count }

    /// - Parameter level: 1 (fast) to 9 (small).
    /// - Returns: `nil` only when zlib finds no memory.
    package init?(_ bytes: [UInt8], level: Int) {
        guard let blocks = Gzip.blocks(bytes, level: level, windowBits: -15, finish: Z_SYNC_FLUSH) else { return nil }
        self.blocks = blocks
        count = bytes.count
        checksum = bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, z_size_t($0.count)) }
    }
}

extension Gzip {
    /// A gzip member without a name or time.
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    /// A final block without content.
    private static let ending: [UInt8] = [0x03, 0x00]

    /// The pieces after each other as one gzip member.
    package static func join(_ pieces: [GzipPiece]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(pieces.reduce(header.count + 10) { $0 + $1.blocks.count })
        output += header
        var checksum: UInt = 0
        var count = 0
        for piece in pieces {
            output += piece.blocks
            checksum = crc32_combine(checksum, piece.checksum, piece.count)
            count += piece.count
        }
        output += ending
        for value in [UInt32(truncatingIfNeeded: checksum), UInt32(truncatingIfNeeded: count)] {
            withUnsafeBytes(of: value.littleEndian) { output.append(contentsOf: $0) }
        }
        return output
    }
}
