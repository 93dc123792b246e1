package import Foundation
package import SimulationSupport
import Synchronization

/// A provider of models: wants its key, the right fields and a strict schema, and answers what it is asked about pairs.
package final class ProviderSite: SimulatedSite {
    package static let key = "sk-simulated-KEY-CANARY-0123456789"
    package static let model = "judge-1"

    private struct State {
        var faults: [ProviderFault] = []
        /// A question with this word in it is refused.
        var taboo: String?
        var billed: [(input: Int, output: Int)] = []
    }

    private let rules: ProviderRules
    private let state = Mutex(State())

    package init(_ dialect: ProviderDialect) {
        rules = ProviderRules(dialect: dialect, key: Self.key, models: [Self.model])
    }

    /// The next answers go wrong in these ways, one each.
    package func expect(_ faults: ProviderFault...) { state.withLock { $0.faults += faults } }

    /// Tokens that stand on the bill, one entry for each answer that a model wrote.
    package var billed: [(input: Int, output: Int)] { state.withLock(\.billed) }

    package func refuse(whateverSays word: String?) { state.withLock { $0.taboo = word } }

    package func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step] {
        let request: ProviderRules.Request
        switch rules.look(at: asked) {
        case .refused(let step): return [step]
        case .taken(let taken): request = taken
        }
        let (next, isTaboo) = state.withLock { state in
            let isTaboo = state.taboo.map { request.text.contains($0) } ?? false
            return (state.faults.isEmpty ? nil : state.faults.removeFirst(), isTaboo)
        }
        let fault = isTaboo ? .refusal : next
        switch fault {
        case .rateLimited(let seconds):
            let fields = seconds.map { ["Retry-After": $0] } ?? [:]
            return [rules.error(429, "rate_limit_exceeded", "Rate limit reached", fields)]
        case .noCredit:
            return [
                rules.error(
                    rules.dialect == .openai ? 429 : 402, "insufficient_quota", "You exceeded your current quota")
            ]
        case .overloaded: return [rules.error(rules.dialect == .openai ? 503 : 529, "", "Overloaded")]
        case .serverError: return [rules.error(500, "", "The server had an error")]
        case .page: return [.answer("200 OK", ["Content-Type": "text/html"], Array("<h1>Hello</h1>".utf8))]
        case .hang: return [.hang]
        default: break
        }
        guard let said = SimulatedModel.judgements(on: request.text) else {
            return [rules.error(400, "invalid_value", "The model does not know what to do with this")]
        }
        return [.json(SimulatedModel.text(reply(asked, request, said, fault)))]
    }

    /// The body of an answer.
    private func reply(
        _ asked: FakeSite.Asked, _ request: ProviderRules.Request, _ said: [[String: Any]], _ fault: ProviderFault?
    ) -> [String: Any] {
        let text = Self.text(said, fault)
        var output = text.utf8.count / 4 + 50
        if case .greed(let more)? = fault { output = request.most + more }
        let isCut = fault == .cut || output > request.most && !Self.isGreedy(fault)
        let input = asked.body.count / 4 + 30
        state.withLock { $0.billed.append((input, output)) }
        let written = fault == .refusal ? nil : isCut ? String(text.prefix(text.count / 2)) : text
        var body =
            rules.dialect == .openai ? Self.completion(written, isCut: isCut) : Self.message(written, isCut: isCut)
        body["model"] = "\(request.model)-2026"
        if fault != .noUsage {
            body["usage"] = rules.dialect == .openai ? Self.allTold(input, output) : Self.freshTold(input, output)
        }
        return body
    }

    /// - Parameter text: nil for a refusal.
    private static func completion(_ text: String?, isCut: Bool) -> [String: Any] {
        let refusal = "I can't help with that."
        let message: [String: Any] = [
            "role": "assistant", "content": text.map { $0 as Any } ?? NSNull(),
            "refusal": text == nil ? refusal as Any : NSNull(),
        ]
        let choice: [String: Any] = [
            "index": 0, "message": message, "logprobs": NSNull(), "finish_reason": isCut ? "length" : "stop",
        ]
        return ["id": "chatcmpl-1", "object": "chat.completion", "created": 1_788_800_100, "choices": [choice]]
    }

    /// - Parameter text: nil for a refusal.
    private static func message(_ text: String?, isCut: Bool) -> [String: Any] {
        [
            "id": "msg_1", "type": "message", "role": "assistant",
            "content": text.map { [["type": "text", "text": $0]] } ?? [],
            "stop_reason": text == nil ? "refusal" : isCut ? "max_tokens" : "end_turn", "stop_sequence": NSNull(),
        ]
    }

    /// What was cached is part of what was read.
    private static func allTold(_ input: Int, _ output: Int) -> [String: Any] {
        [
            "prompt_tokens": input, "completion_tokens": output, "total_tokens": input + output,
            "prompt_tokens_details": ["cached_tokens": input / 2],
        ]
    }

    /// What was cached is told beside what was read.
    private static func freshTold(_ input: Int, _ output: Int) -> [String: Any] {
        [
            "input_tokens": input - input / 2, "cache_creation_input_tokens": 0, "cache_read_input_tokens": input / 2,
            "output_tokens": output,
        ]
    }

    /// What the model writes.
    private static func text(_ said: [[String: Any]], _ fault: ProviderFault?) -> String {
        var said = said
        var object: [String: Any] = [:]
        switch fault {
        case .invalidJSON: return "Sure! Here are your judgements: {\"judgements\": ["
        case .anotherForm: object["note"] = "as you wished"
        case .confidenceOfTwo: said[0]["confidence"] = 2
        case .emptyReason: said[0]["reason"] = " \u{200B}\n"
        case .unknownID: said.append(["id": "another", "verdict": "same", "confidence": 1, "reason": "It is."])
        case .repeatedID: said.append(said[0])
        case .missingID: said.removeFirst()
        case .nothing: said = []
        default: break
        }
        object["judgements"] = said
        return SimulatedModel.text(object)
    }

    private static func isGreedy(_ fault: ProviderFault?) -> Bool {
        if case .greed? = fault { true } else { false }
    }
}
