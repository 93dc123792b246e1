/// What can go wrong with a model's answer although the connection is well. Faults of connections are `Fault`'s.
package enum ProviderFault: Sendable, Hashable {
    case rateLimited(retryAfter: String?)
    /// The account has no credit: no answer will come however long somebody waits.
    case noCredit
    case overloaded
    case serverError
    case refusal
    /// The answer ends in the middle.
    case cut
    case invalidJSON
    /// A member too many.
    case anotherForm
    case confidenceOfTwo
    case emptyReason
    /// A pair that was not asked about is judged as well.
    case unknownID
    case repeatedID
    /// The first pair is left out.
    case missingID
    case nothing
    /// Nobody says what it used.
    case noUsage
    /// It uses so many tokens more than it may.
    case greed(Int)
    /// 200, and a page.
    case page
    /// No answer, and the connection stays.
    case hang
}
