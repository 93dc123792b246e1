import Foundation

/// Makes the ids of a batch's new listings: random version 4 UUIDs that stand side by side in an index.
///
/// Ids of one batch share 48 random bits and carry their number in the twelve after them; 62 bits of each are its own.
/// Unrelated ids would touch as many pages of two indexes as there are rows.
struct ListingIDs {
    private let beginning = UInt64.random(in: 0 ... .max)
    private var number: UInt64 = 0

    mutating func next() -> UUID {
        let high = beginning & ~0xFFFF | 0x4000 | number & 0xFFF
        let low = UInt64.random(in: 0 ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        number += 1
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &bytes) {
            $0.storeBytes(of: high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return UUID(uuid: bytes)
    }
}
