import HTTPTypes
import Hummingbird
import Routes

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

extension RouterMethods where Context == APIContext {
    /// Adds an operation of the API. Its row in `AccessPolicy` says which scope and role it takes, and is what is asked for at each
    /// request. The program ends at start without such a row.
    func mount(
        _ method: HTTPRequest.Method, _ pattern: APIRoute.Pattern,
        use handler: @escaping @Sendable (Request, APIContext) async throws -> Response
    ) {
        let access = AccessPolicy.rule(method, pattern.rawValue)?.access
        switch access {
        case .api, .program: break
        default: preconditionFailure("\(method) \(pattern.rawValue) has no row for programs in the policy")
        }
        on(RouterPath(pattern.rawValue), method: method) { request, context in
            if case .api(let scope, let role) = access { try context.principal.satisfy(scope, role) }
            return try await handler(request, context)
        }
    }
}
