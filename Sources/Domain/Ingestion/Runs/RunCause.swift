/// Why a run ended before its end, or is held, in one word for programs.
package enum RunCause: String, Sendable, Hashable, CaseIterable {
    /// The site refuses programs.
    case refused
    /// robots.txt does not allow it.
    case notAllowed = "not_allowed"
    /// The login is not right.
    case wrongLogin = "wrong_login"
    /// The session ends as soon as it was begun.
    case signedOut = "signed_out"
    /// The login is not stored, or not confirmed.
    case noLogin = "no_login"
    /// The source answers something else than it used to.
    case wrongShape = "wrong_shape"
    case missing
    case notUnderstood = "not_understood"
    /// Nobody sells to the region.
    case notServed = "not_served"
    /// It leads to an address that must not be asked.
    case strangePlace = "strange_place"
    /// It does not work: faults, silence, answers that break off.
    case unreachable
    case tooSlow = "too_slow"
    case broken
    case tooLarge = "too_large"
    case untrusted
    /// It asks to be left alone for longer than a run may wait.
    case notNow = "not_now"
    /// Somebody has stopped the source, paused the connection or revoked it.
    case stopped
    /// As much was read as was wanted.
    case limited
    /// The watch found that it looks wrong.
    case looksWrong = "looks_wrong"
    /// Nobody went on with it for a day.
    case abandoned
    /// A fault of ours.
    case ours
}
