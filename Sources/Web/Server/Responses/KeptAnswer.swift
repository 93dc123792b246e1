import Compression
import Pages
import Synchronization

/// The part of an answer that is the same until the data changes: an API answer whole, or a page without its frame.
final class KeptAnswer: Sendable {
    /// What a page's frame needs to know; `nil` for an API answer.
    let content: PageContent?
    let bytes: [UInt8]
    private let packing = Mutex<GzipPiece?>(nil)

    init(content: PageContent) {
        self.content = content
        bytes = content.main
    }

    init(bytes: [UInt8]) {
        content = nil
        self.bytes = bytes
    }

    /// The bytes packed, once for all readers. Two that ask at the same time may both do the work.
    func packed() -> GzipPiece? {
        if let known = packing.withLock({ $0 }) { return known }
        guard let piece = GzipPiece(bytes, level: 6) else { return nil }
        packing.withLock { $0 = piece }
        return piece
    }

    /// Roughly what it takes in memory, in bytes: packed, a page is about a tenth.
    var cost: Int { bytes.count + bytes.count / 8 + 512 }
}
