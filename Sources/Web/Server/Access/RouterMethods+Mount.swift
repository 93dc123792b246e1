import HTTPTypes
import Hummingbird

extension RouterMethods where Context: GuardedContext {
    /// Adds a route. The program ends at start if its row in `AccessPolicy` is missing or says something else than the handler's
    /// context: such a server must never answer.
    func mount(
        _ method: HTTPRequest.Method, _ pattern: some RawRepresentable<String>,
        use handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) {
        let rule = AccessPolicy.rule(method, pattern.rawValue)
        precondition(
            rule?.access == Context.access,
            "\(method) \(pattern.rawValue): the policy says \(rule.map { "\($0.access)" } ?? "nothing")")
        on(RouterPath(pattern.rawValue), method: method, use: handler)
    }
}
