import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization

/// Keeps cookies and sends what a browser sends.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let cookies = Mutex<[String: String]>([:])

    init(client: any TestClientProtocol) { self.client = client }

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: String
    }

    func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }
    func setCookie(_ name: String, _ value: String?) { cookies.withLock { $0[name] = value } }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers, body: nil)
    }

    func post(_ path: String, _ fields: [String: String], headers: HTTPFields? = nil) async throws -> Answer {
        let body = fields.map { "\($0)=\(Self.encode($1))" }.joined(separator: "&")
        var sent = headers ?? [HTTPField.Name("sec-fetch-site") ?? .origin: "same-origin"]
        if sent[.contentType] == nil { sent[.contentType] = "application/x-www-form-urlencoded" }
        return try await send(.post, path, headers: sent, body: body)
    }

    func signIn(_ email: String, _ password: String, next: String = "") async throws -> HTTPResponse.Status {
        let form = try await get("/sign-in")
        let answer = try await post(
            "/sign-in", ["csrf": Self.token(in: form.body), "email": email, "password": password, "next": next])
        return answer.status
    }

    /// The form token of a page.
    static func token(in html: String) -> String {
        guard let name = html.range(of: "name=\"csrf\" value=\"") else { return "" }
        return String(html[name.upperBound...].prefix { $0 != "\"" })
    }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: String?) async throws
        -> Answer
    {
        var headers = headers
        let jar = cookies.withLock { $0 }
        if !jar.isEmpty { headers[.cookie] = jar.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for line in response.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            setCookie(String(pair[0]), pair[1].isEmpty ? nil : String(pair[1]))
        }
        return Answer(status: response.status, headers: response.headers, body: String(buffer: response.body))
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber)
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
