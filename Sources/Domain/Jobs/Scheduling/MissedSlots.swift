/// What becomes of slots that passed while nobody was there to see them.
package enum MissedSlots: String, Sendable, CaseIterable {
    /// They are gone.
    case none
    /// One job for the newest of them.
    case last
    /// A job for each, oldest first, 100 at most.
    case all

    /// A slot is missed when it is looked at later than this.
    package static let tolerance: Double = 90
    package static let most = 100
}
