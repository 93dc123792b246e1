/// What a store answered when it did what it was asked.
struct ObjectAnswer: Sendable {
    /// Bytes of the object, as the store says.
    let length: Int?
    /// SHA-256 of what came.
    let hash: [UInt8]?
}
