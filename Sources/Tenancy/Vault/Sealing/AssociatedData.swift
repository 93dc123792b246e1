import Foundation

/// What a ciphertext is bound to without being part of it. Every piece has its length before it, so that no two lists
/// of pieces give the same bytes.
struct AssociatedData: Sendable {
    private(set) var bytes: [UInt8] = []

    /// - Parameter layer: what kind of thing is sealed; a sealed key can never stand for a sealed password.
    init(layer: String) {
        add("tidemark.vault")
        add([SealedBox.format])
        add(layer)
    }

    mutating func add(_ piece: [UInt8]) {
        withUnsafeBytes(of: UInt32(piece.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: piece)
    }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    mutating func add(_ id: UUID) { add(withUnsafeBytes(of: id.uuid) { Array($0) }) }

    mutating func add(_ place: SecretPlace) {
        add(place.company)
        add(place.table)
        add(place.row)
        add(place.field)
        add(place.purpose)
    }
}
