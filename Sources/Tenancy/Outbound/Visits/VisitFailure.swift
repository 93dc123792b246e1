/// Why a visit came to no answer that can be read, for a person to read.
package enum VisitFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Wait: String, Sendable, Hashable {
        case asked = "the site asked us to come later"
        case window = "the site wants to be visited at another time of day"
        case budget = "as much as may be asked of the site in a day was asked"
        case resting = "the site did not work several times in a row and is left alone for a while"
        case line = "other visits of ours come first"
        case unreadable = "the site cannot say what may be read"
    }

    /// robots.txt does not allow it.
    case notAllowed(String)
    /// Later: at least so many seconds from now.
    case notNow(Wait, seconds: Double)
    /// The site said no.
    case refused(status: Int, BotWall?)
    /// Still faults after all tries; the last status.
    case faulty(status: Int)
    /// There is no answer, also after further tries.
    case web(WebFailure)

    package var description: String {
        switch self {
        case .notAllowed(let path): "the site's robots.txt does not allow \(path)"
        case .notNow(let wait, let seconds): "\(wait.rawValue); again in \(Int(seconds.rounded(.up))) s"
        case .refused(let status, let wall?): "the site refuses programs (\(status), \(wall.rawValue))"
        case .refused(let status, nil): "the site refuses us (\(status))"
        case .faulty(let status): "the site answered with \(status) again and again"
        case .web(let failure): failure.description
        }
    }
}
