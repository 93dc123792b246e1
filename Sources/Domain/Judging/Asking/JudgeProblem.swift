package import Outbound

/// Why a pair was not judged, for a person to read. Repeats nothing of what was sent, and of an answer no more than a status.
package enum JudgeProblem: Error, Sendable, Hashable {
    // About the account and the settings: nothing else can be asked either.
    case keyRefused(status: Int)
    case noCredit
    case unknownModel
    case misunderstood(status: Int)
    // About the moment.
    /// In seconds, where the provider says for how long.
    case busy(retryAfter: Int?)
    case faulty(status: Int)
    case unreachable(WebFailure)
    // About the pairs that were asked about together.
    case refused
    case tooLarge
    case cut
    case wrongShape(Flaw)
    /// The answer says nothing of this pair.
    case missing
    // Not asked.
    case overBudget
    case overCount
    case otherRun
    /// So many requests in a row went wrong that no more were sent.
    case givenUp

    /// What is wrong with an answer.
    package enum Flaw: String, Sendable, Hashable, CaseIterable {
        case notJSON = "it is not JSON"
        case notASchema = "it does not have the form that was asked for"
        case confidence = "a confidence is not between 0 and 1"
        case reason = "a judgement has no reason"
        case unknownID = "it judges a pair that was not asked about"
        case repeatedID = "it judges a pair twice"
    }

    /// Whether everything else that would be asked now would end the same way.
    var endsRun: Bool {
        switch self {
        case .keyRefused, .noCredit, .unknownModel, .misunderstood, .overBudget, .otherRun, .givenUp: true
        case .unreachable(let failure): !failure.isTransient
        default: false
        }
    }

    /// Whether the same request may succeed a moment later.
    var isOfTheMoment: Bool {
        switch self {
        case .busy, .faulty: true
        case .unreachable(let failure): failure.isTransient
        default: false
        }
    }

    /// Whether one of the pairs may be what stands in the way of the others.
    package var isOfThePairs: Bool {
        switch self {
        case .refused, .tooLarge, .cut, .wrongShape: true
        default: false
        }
    }
}

extension JudgeProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .keyRefused(let status): "the provider does not take the key (\(status))"
        case .noCredit: "the provider's account has no credit or has reached its own limit"
        case .unknownModel: "the provider has no such model for this key"
        case .misunderstood(let status): "the provider does not take the request (\(status))"
        case .busy(nil): "the provider wants fewer requests (429)"
        case .busy(let seconds?): "the provider wants fewer requests (429, again after \(seconds) seconds)"
        case .faulty(let status): "the provider does not work (\(status))"
        case .unreachable(let failure): "\(failure)"
        case .refused: "the model refuses to answer"
        case .tooLarge: "the request is too large for the model"
        case .cut: "the answer was cut off"
        case .wrongShape(let flaw): "the answer cannot be used: \(flaw.rawValue)"
        case .missing: "the answer says nothing of it"
        case .overBudget: "the next request might pass the night's budget"
        case .overCount: "there were more pairs than a run takes"
        case .otherRun: "another run of the company is asking"
        case .givenUp: "too many requests in a row went wrong"
        }
    }
}
