/// The cost of an Argon2id hash.
///
/// The default is the second row of OWASP ASVS 5.0 appendix C: t = 2, m ≥ 19 MiB, p = 1, about 20 ms on one core.
package struct HashingParameters: Hashable, Sendable {
    /// Memory of one hash in KiB: 8…262,144 (256 MiB).
    package let memoryKiB: UInt32
    /// Passes over that memory: 1…16.
    package let passes: UInt32
    /// Lanes: 1…4. Memory must be at least 8 KiB for each.
    package let lanes: UInt32

    /// 19 MiB, two passes, one lane.
    package static let standard = HashingParameters(uncheckedMemoryKiB: 19 * 1024, passes: 2, lanes: 1)

    /// - Returns: nil if a value is out of its range. The bounds also hold for stored hashes, so that a hash somebody
    ///   smuggled into the database cannot take the machine's memory or hours of its time.
    package init?(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        guard (8...262_144).contains(memoryKiB), (1...16).contains(passes), (1...4).contains(lanes),
            memoryKiB >= 8 * lanes
        else { return nil }
        self.init(uncheckedMemoryKiB: memoryKiB, passes: passes, lanes: lanes)
    }

    private init(uncheckedMemoryKiB memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
    }
}
