import Foundation
import SimulationSupport

/// What a provider takes, and how it says no to the rest.
struct ProviderRules: Sendable {
    let dialect: ProviderDialect
    let key: String
    let models: Set<String>

    /// A request that is taken.
    struct Request {
        let model: String
        let instructions: String
        /// What the user says.
        let text: String
        /// Tokens that may be written.
        let most: Int
    }

    enum Verdict {
        case taken(Request)
        case refused(FakeSite.Step)
    }

    func look(at asked: FakeSite.Asked) -> Verdict {
        guard asked.place == dialect.path else { return .refused(error(404, "not_found", "Unknown path")) }
        guard asked.method == "POST" else { return .refused(error(405, "method_not_allowed", "Only POST")) }
        if let problem = keyProblem(asked) { return .refused(problem) }
        guard asked.field("content-type") == "application/json",
            let body = (try? JSONSerialization.jsonObject(with: Data(asked.body))) as? [String: Any]
        else { return .refused(error(400, "invalid_json", "We could not parse the JSON body of your request")) }
        guard let model = body["model"] as? String, models.contains(model) else {
            return .refused(error(404, "model_not_found", "The model does not exist or you do not have access to it"))
        }
        let read = dialect == .openai ? openAI(body, model) : anthropic(body, model)
        guard let read else { return .refused(error(400, "invalid_value", "The request does not have the right form")) }
        return .taken(read)
    }

    /// As the real ones do, the answer repeats what was given as a key.
    private func keyProblem(_ asked: FakeSite.Asked) -> FakeSite.Step? {
        switch dialect {
        case .openai:
            let given = asked.field("authorization")
            return given == "Bearer \(key)"
                ? nil : error(401, "invalid_api_key", "Incorrect API key provided: \(given ?? "none")")
        case .anthropic:
            guard asked.field("x-api-key") == key else {
                return error(401, "", "invalid x-api-key \(asked.field("x-api-key") ?? "none")")
            }
            return asked.field("anthropic-version") == "2023-06-01"
                ? nil : error(400, "", "anthropic-version: header is required")
        }
    }

    private func openAI(_ body: [String: Any], _ model: String) -> Request? {
        let known: Set<String> = [
            "model", "messages", "max_completion_tokens", "response_format", "store", "seed", "reasoning_effort",
        ]
        guard known.isSuperset(of: body.keys), let most = body["max_completion_tokens"] as? Int, most > 0,
            let messages = body["messages"] as? [[String: Any]], messages.count == 2,
            let texts = Self.texts(messages, roles: ["system", "user"]),
            let format = body["response_format"] as? [String: Any], format["type"] as? String == "json_schema",
            Set(format.keys) == ["type", "json_schema"], let form = format["json_schema"] as? [String: Any],
            let name = form["name"] as? String, name.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil,
            form["strict"] as? Bool == true, let schema = form["schema"], Self.isStrict(schema)
        else { return nil }
        return Request(model: model, instructions: texts[0], text: texts[1], most: most)
    }

    private func anthropic(_ body: [String: Any], _ model: String) -> Request? {
        let known: Set<String> = ["model", "messages", "max_tokens", "system", "output_config", "metadata"]
        guard known.isSuperset(of: body.keys), let most = body["max_tokens"] as? Int, most > 0,
            let system = body["system"] as? String, let messages = body["messages"] as? [[String: Any]],
            let texts = Self.texts(messages, roles: ["user"]),
            let config = body["output_config"] as? [String: Any], let format = config["format"] as? [String: Any],
            Set(format.keys) == ["type", "schema"], format["type"] as? String == "json_schema",
            let schema = format["schema"], Self.isStrict(schema)
        else { return nil }
        return Request(model: model, instructions: system, text: texts[0], most: most)
    }

    private static func texts(_ messages: [[String: Any]], roles: [String]) -> [String]? {
        guard messages.compactMap({ $0["role"] as? String }) == roles,
            messages.allSatisfy({ Set($0.keys) == ["role", "content"] })
        else { return nil }
        let texts = messages.compactMap { $0["content"] as? String }.filter { !$0.isEmpty }
        return texts.count == roles.count ? texts : nil
    }

    /// Whether every object of a schema names all its members and allows no others, and nothing else is said of it than is understood.
    static func isStrict(_ schema: Any) -> Bool {
        guard let schema = schema as? [String: Any] else { return false }
        let known: Set<String> = [
            "type", "properties", "required", "additionalProperties", "items", "enum", "description",
        ]
        guard known.isSuperset(of: schema.keys), let type = schema["type"] as? String else { return false }
        switch type {
        case "object":
            guard let properties = schema["properties"] as? [String: Any],
                schema["additionalProperties"] as? Bool == false,
                let required = schema["required"] as? [String]
            else { return false }
            return Set(required) == Set(properties.keys) && properties.values.allSatisfy(isStrict)
        case "array": return schema["items"].map(isStrict) ?? false
        case "string", "number", "integer", "boolean": return true
        default: return false
        }
    }

    func error(_ status: Int, _ code: String, _ message: String, _ fields: [String: String] = [:]) -> FakeSite.Step {
        let words: [Int: String] = [
            400: "invalid_request_error", 401: "authentication_error", 404: "not_found_error",
            405: "invalid_request_error",
            429: "rate_limit_error", 500: "api_error", 529: "overloaded_error",
        ]
        let type = words[status] ?? "api_error"
        let body: [String: Any] =
            switch dialect {
            case .openai:
                [
                    "error": [
                        "message": message, "type": status < 500 ? "invalid_request_error" : "server_error",
                        "param": NSNull(), "code": code,
                    ] as [String: Any]
                ]
            case .anthropic:
                ["type": "error", "error": ["type": type, "message": message], "request_id": "req_011C"]
            }
        return .json(SimulatedModel.text(body), fields, status: "\(status) Error")
    }
}
