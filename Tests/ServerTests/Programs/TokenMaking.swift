import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

/// Makes tokens through the page, as an admin does.
enum TokenMaking {
    static func token(in html: String) -> String? {
        html.range(of: "<code class=\"seed\">").map { String(html[$0.upperBound...].prefix { $0 != "<" }) }
    }

    /// Where the form of the first token that works goes.
    static func revocation(in html: String) -> String? {
        guard let start = html.range(of: "action=\"/company/tokens/") else { return nil }
        return "/company/tokens/" + html[start.upperBound...].prefix { $0 != "\"" }
    }

    static func make(_ scopes: [APIScope], by admin: Browser) async throws -> String {
        let csrf = Browser.token(in: try await admin.get("/company/tokens").body)
        var fields = ["csrf": csrf, "name": "Till", "days": "30"]
        for scope in scopes { fields[scope.rawValue] = "on" }
        return try #require(token(in: try await admin.post("/company/tokens", fields).body))
    }
}

/// A program that reads the API: no cookies, a token.
struct ProgramClient: Sendable {
    let client: any TestClientProtocol
    let token: String

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Browser.Answer {
        try await send(.get, path, headers)
    }

    func post(_ path: String) async throws -> Browser.Answer { try await send(.post, path, [:]) }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ more: HTTPFields
    ) async throws -> Browser.Answer {
        var headers = more
        if headers[.authorization] == nil { headers[.authorization] = "Bearer \(token)" }
        let response = try await client.executeRequest(uri: path, method: method, headers: headers, body: nil)
        return Browser.Answer(
            status: response.status, headers: response.headers, body: String(buffer: response.body))
    }
}
