/// What an error page is about.
package enum ErrorKind: Hashable, Sendable {
    /// 404: nothing is here, or it is another company's.
    case notFound
    /// 403: the page is the company's own but the person's role may not open it; who can grant it, if known.
    case forbidden(whoCanGrant: String?)
    /// 400: the request could not be understood (a form that expired, a broken upload).
    case badRequest
    /// 413, 429 and their like: too much at once; seconds to wait, if known.
    case tooMuch(retrySeconds: Int?)
    /// 500: our mistake.
    case failed
    /// 503: the database or another part is away; seconds to wait, if known.
    case unavailable(retrySeconds: Int?)

    /// The HTTP status.
    package var status: Int {
        switch self {
        case .notFound: 404
        case .forbidden: 403
        case .badRequest: 400
        case .tooMuch: 429
        case .failed: 500
        case .unavailable: 503
        }
    }
}
