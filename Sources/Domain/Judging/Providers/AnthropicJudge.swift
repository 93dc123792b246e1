import Documents
import HTTPTypes
package import Outbound

/// Asks as Anthropic's messages are asked, with the form of the answer in `output_config`.
package struct AnthropicJudge: JudgeProvider {
    private let door: ProviderDoor
    private static let version = "2023-06-01"

    /// - Parameter base: what its addresses begin with, such as `https://api.anthropic.com/v1`.
    package init(
        client: WebClient, base: WebAddress, model: String, price: TokenPrice, key: ProviderKey,
        limits: TransferLimits = ProviderDoor.limits
    ) {
        door = ProviderDoor(
            client: client, base: base, path: "/messages", model: model, price: price, key: key, limits: limits)
    }

    package var model: String { door.model }
    package var price: TokenPrice { door.price }

    package func most(_ question: JudgeQuestion) -> TokenUsage {
        door.most(body(question), output: question.mostOutputTokens)
    }

    package func ask(_ question: JudgeQuestion) async throws -> JudgeReply {
        var (fields, secret): (HTTPFields, HTTPFields) = ([:], [:])
        if let name = HTTPField.Name("anthropic-version") { fields[name] = Self.version }
        if let name = HTTPField.Name("x-api-key") { secret[name] = door.key.field() }
        return try await door.send(body(question), fields, secret: secret) { Self.read($0, ids: question.ids) }
    }

    func body(_ question: JudgeQuestion) -> [UInt8] {
        let form: JSONValue = .members([("type", .string("json_schema")), ("schema", JudgePrompt.schema)])
        return Array(
            JSONValue.members([
                ("model", .string(door.model)), ("max_tokens", .number("\(question.mostOutputTokens)")),
                ("system", .string(JudgePrompt.instructions)),
                (
                    "messages",
                    .array([.members([("role", .string("user")), ("content", .string(question.text))])])
                ),
                ("output_config", .members([("format", form)])),
            ]).jsonText.utf8)
    }

    static func read(_ answer: ProviderAnswer, ids: Set<String>) -> JudgeReply {
        guard answer.status == 200 else { return JudgeReply(.failed(problem(answer)), usage: TokenUsage.none) }
        let usage = answer.body?["usage"].flatMap(Self.usage)
        do throws(JudgeProblem) {
            let said = try JudgementReader.read(text(answer), ids: ids)
            return JudgeReply(.judged(said), usage: usage, answeredBy: answer.model)
        } catch {
            return JudgeReply(.failed(error), usage: usage, answeredBy: answer.model)
        }
    }

    /// `input_tokens` leaves out what went to a cache and what came from it.
    private static func usage(_ counts: JSONValue) -> TokenUsage? {
        guard let fresh = ProviderAnswer.count(counts["input_tokens"]),
            let output = ProviderAnswer.count(counts["output_tokens"])
        else { return nil }
        let cached = ["cache_creation_input_tokens", "cache_read_input_tokens"].map {
            ProviderAnswer.count(counts[$0]) ?? 0
        }
        return TokenUsage(input: fresh + cached.reduce(0, +), output: output)
    }

    /// What the model wrote: the texts among its blocks; thoughts are blocks, too.
    private static func text(_ answer: ProviderAnswer) throws(JudgeProblem) -> String {
        guard let body = answer.body else { throw .wrongShape(.notJSON) }
        switch body["stop_reason"] {
        case .string("end_turn"): break
        case .string("max_tokens"): throw .cut
        case .string("model_context_window_exceeded"): throw .tooLarge
        case .string("refusal"): throw .refused
        default: throw .wrongShape(.notASchema)
        }
        guard case .array(let blocks)? = body["content"] else { throw .wrongShape(.notASchema) }
        let texts = blocks.compactMap { block -> String? in
            guard block["type"] == .string("text"), case .string(let text)? = block["text"] else { return nil }
            return text
        }
        guard !texts.isEmpty else { throw .wrongShape(.notASchema) }
        return texts.joined()
    }

    /// What a status other than 200 means. Source: the provider's table of errors.
    private static func problem(_ answer: ProviderAnswer) -> JudgeProblem {
        switch answer.status {
        case 401, 403: .keyRefused(status: answer.status)
        case 402: .noCredit
        case 404: .unknownModel
        case 413: .tooLarge
        // A limit that a person has set for the account; waiting does not lift it.
        case 429 where answer.word("message")?.contains("spend") == true: .noCredit
        case 429: .busy(retryAfter: answer.retryAfter)
        case 408, 409, 500...: .faulty(status: answer.status)
        default: .misunderstood(status: answer.status)
        }
    }
}
