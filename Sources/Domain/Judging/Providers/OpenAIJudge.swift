import Documents
import HTTPTypes
package import Outbound

/// Asks as OpenAI's chat completions are asked, with strict structured output.
package struct OpenAIJudge: JudgeProvider {
    private let door: ProviderDoor

    /// - Parameter base: what its addresses begin with, such as `https://api.openai.com/v1`.
    package init(
        client: WebClient, base: WebAddress, model: String, price: TokenPrice, key: ProviderKey,
        limits: TransferLimits = ProviderDoor.limits
    ) {
        door = ProviderDoor(
            client: client, base: base, path: "/chat/completions", model: model, price: price, key: key,
            limits: limits)
    }

    package var model: String { door.model }
    package var price: TokenPrice { door.price }

    package func most(_ question: JudgeQuestion) -> TokenUsage {
        door.most(body(question), output: question.mostOutputTokens)
    }

    package func ask(_ question: JudgeQuestion) async throws -> JudgeReply {
        let secret: HTTPFields = [.authorization: door.key.field("Bearer ")]
        return try await door.send(body(question), [:], secret: secret) { Self.read($0, ids: question.ids) }
    }

    func body(_ question: JudgeQuestion) -> [UInt8] {
        func message(_ role: String, _ text: String) -> JSONValue {
            .members([("role", .string(role)), ("content", .string(text))])
        }
        let form: JSONValue = .members([
            ("name", .string(JudgePrompt.schemaName)), ("strict", .bool(true)), ("schema", JudgePrompt.schema),
        ])
        return Array(
            JSONValue.members([
                ("model", .string(door.model)),
                (
                    "messages",
                    .array([message("system", JudgePrompt.instructions), message("user", question.text)])
                ),
                ("response_format", .members([("type", .string("json_schema")), ("json_schema", form)])),
                ("max_completion_tokens", .number("\(question.mostOutputTokens)")),
                // Nothing of it is to be kept at the other side for looking at later.
                ("store", .bool(false)),
            ]).jsonText.utf8)
    }

    static func read(_ answer: ProviderAnswer, ids: Set<String>) -> JudgeReply {
        guard answer.status == 200 else { return JudgeReply(.failed(problem(answer)), usage: TokenUsage.none) }
        let counts = answer.body?["usage"]
        let usage: TokenUsage? =
            if let input = ProviderAnswer.count(counts?["prompt_tokens"]),
                let output = ProviderAnswer.count(counts?["completion_tokens"])
            {
                TokenUsage(input: input, output: output)
            } else {
                nil
            }
        do throws(JudgeProblem) {
            let said = try JudgementReader.read(text(answer), ids: ids)
            return JudgeReply(.judged(said), usage: usage, answeredBy: answer.model)
        } catch {
            return JudgeReply(.failed(error), usage: usage, answeredBy: answer.model)
        }
    }

    /// What the model wrote.
    private static func text(_ answer: ProviderAnswer) throws(JudgeProblem) -> String {
        guard let body = answer.body else { throw .wrongShape(.notJSON) }
        guard case .array(let choices)? = body["choices"], choices.count == 1, let choice = choices.first,
            let message = choice["message"]
        else { throw .wrongShape(.notASchema) }
        if case .string? = message["refusal"] { throw .refused }
        switch choice["finish_reason"] {
        case .string("stop"): break
        case .string("length"): throw .cut
        case .string("content_filter"): throw .refused
        default: throw .wrongShape(.notASchema)
        }
        guard case .string(let text)? = message["content"] else { throw .wrongShape(.notASchema) }
        return text
    }

    /// What a status other than 200 means. Source: the provider's table of errors.
    private static func problem(_ answer: ProviderAnswer) -> JudgeProblem {
        switch (answer.status, answer.word("code") ?? answer.word("type") ?? "") {
        case (400, "context_length_exceeded"), (413, _): .tooLarge
        case (400, "content_policy_violation"), (400, "content_filter"), (400, "moderation_blocked"): .refused
        case (401, _), (403, _): .keyRefused(status: answer.status)
        case (402, _), (429, "insufficient_quota"), (429, "credit_balance_exhausted"): .noCredit
        case (404, _): .unknownModel
        case (429, let code) where code.contains("spend"): .noCredit
        case (429, _): .busy(retryAfter: answer.retryAfter)
        case (408, _), (409, _), (500..., _): .faulty(status: answer.status)
        default: .misunderstood(status: answer.status)
        }
    }
}
