package import Outbound

import struct Foundation.Date

/// What became of one attempt to tell. Pure; the tables of each service's answers are those of its own documentation.
package enum DeliveryVerdict: Sendable, Hashable {
    case delivered
    /// The same may work later; nil for the usual wait.
    case again(after: Double?, String)
    /// It never will.
    case failed(String, isChannelBroken: Bool)

    /// - Parameter retryAfter: seconds the other side asks to be left alone for.
    package static func slack(status: Int, body: String, retryAfter: Double?) -> DeliveryVerdict {
        // One word, of which only what is known is repeated: an answer of somebody else's may hold anything.
        let word = body.wholeMatch(of: #/[a-z_]{2,60}/#) != nil ? " \(body)" : ""
        switch status {
        case 200: return .delivered
        case 429: return .again(after: max(retryAfter ?? 0, 30), "Slack wants fewer messages (429)")
        case 403, 404, 410:
            return .failed("Slack has no such webhook any more (\(status)\(word))", isChannelBroken: true)
        case 400..<500: return .failed("Slack does not take the message (\(status)\(word))", isChannelBroken: false)
        case 500...: return .again(after: retryAfter, "Slack does not work (\(status)\(word))")
        default: return .failed("that is no Slack webhook (\(status))", isChannelBroken: true)
        }
    }

    package static func pagerDuty(status: Int, body: String, retryAfter: Double?) -> DeliveryVerdict {
        switch status {
        case 200...202: return .delivered
        case 408: return .again(after: nil, "PagerDuty was too slow (408)")
        case 429: return .again(after: max(retryAfter ?? 0, 120), "PagerDuty wants fewer events (429)")
        case 400 where body.contains("routing_key"), 401, 403:
            return .failed("PagerDuty does not take the integration key (\(status))", isChannelBroken: true)
        case 400..<500: return .failed("PagerDuty does not take the event (\(status))", isChannelBroken: false)
        case 500...: return .again(after: retryAfter, "PagerDuty does not work (\(status))")
        default: return .failed("that is not PagerDuty (\(status))", isChannelBroken: true)
        }
    }

    package static func webhook(status: Int, retryAfter: Double?) -> DeliveryVerdict {
        switch status {
        case 200..<300: .delivered
        case 410: .failed("the receiver wants no more messages (410)", isChannelBroken: true)
        // Where it leads to is nothing that somebody entered.
        case 300..<400: .again(after: nil, "the receiver sends us elsewhere (\(status))")
        case 429, 502, 503, 504: .again(after: max(retryAfter ?? 0, 60), "the receiver is busy (\(status))")
        default: .again(after: retryAfter, "the receiver answers \(status)")
        }
    }

    /// There was no answer.
    package static func nothing(_ failure: WebFailure) -> DeliveryVerdict {
        switch failure {
        case .address, .strangeHost, .forbiddenAddress, .unencrypted:
            .failed(failure.description, isChannelBroken: true)
        default: .again(after: nil, failure.description)
        }
    }
}
