import HTTPTypes
import Outbound
import TestSupport
import Testing

/// What a well-behaved server is asked and what comes of it.
@Suite struct WebClientTests {
    @Test(arguments: [false, true]) func an_answer_comes_with_status_fields_and_body(isEncrypted: Bool) async throws {
        try await WebFixture.with(isEncrypted: isEncrypted) { _ in
            [.answer("404 Not Found", ["ETag": "\"a\"", "X-Two": "  spaced  "], Array("gone".utf8))]
        } _: { fixture in
            let answer = try await fixture.fetch("/a/./c/../b?q=%20x#part")
            #expect(answer.status == 404)
            #expect(answer.fields[.eTag] == "\"a\"" && answer.fields[HTTPField.Name("X-Two")!] == "spaced")
            #expect(answer.body == Array("gone".utf8) && answer.packedBytes == 4)
            #expect(answer.peer?.host == "127.0.0.1")
            let asked = try #require(fixture.site.asked.first)
            #expect(asked.method == "GET" && asked.path == "/a/b?q=%20x")
            #expect(asked.field("user-agent") == "Tidemark/test" && asked.field("accept-encoding") == "gzip")
            #expect(asked.field("expect") == nil && asked.field("cookie") == nil)
        }
    }

    @Test func one_connection_serves_many_requests() async throws {
        try await WebFixture.with { _ in
            [.answer()]
        } _: { fixture in
            for number in 0..<5 {
                let answer = try await fixture.fetch("/\(number)")
                #expect(answer.status == 200)
            }
            #expect(fixture.site.asked.count == 5 && fixture.site.connections == 1)
        }
    }

    @Test func a_form_is_posted_with_its_type_and_its_bytes() async throws {
        try await WebFixture.with { _ in
            [.answer()]
        } _: { fixture in
            let body = Array("a=1&b=\u{e4}\0x".utf8)
            let request = WebRequest(
                try fixture.address("/sign-in"), kind: .post(body),
                fields: [.contentType: "application/x-www-form-urlencoded"],
                secretFields: [.authorization: "Bearer CANARY"])
            _ = try await fixture.client.fetch(request, within: fixture.scope, limits: .patient)
            let asked = try #require(fixture.site.asked.first)
            #expect(asked.method == "POST" && asked.body == body)
            #expect(asked.field("content-type") == "application/x-www-form-urlencoded")
            #expect(asked.field("authorization") == "Bearer CANARY")
        }
    }

    @Test func cookies_stay_in_the_jar_they_were_given_to() async throws {
        try await WebFixture.with { asked in
            switch asked.path {
            case "/in": [.answer("200 OK", ["Set-Cookie": "session=one; Path=/"])]
            case "/out": [.answer("200 OK", ["Set-Cookie": "session=; Max-Age=0; Path=/"])]
            default: [.answer()]
            }
        } _: { fixture in
            let (harbor, northwind) = (CookieJar(), CookieJar())
            _ = try await fixture.fetch("/in", jar: harbor)
            for jar in [harbor, northwind, nil] { _ = try await fixture.fetch("/page", jar: jar) }
            #expect(fixture.site.asked.dropFirst().map { $0.field("cookie") } == ["session=one", nil, nil])
            let kept = CookieJar()
            kept.contents = harbor.contents
            _ = try await fixture.fetch("/later", jar: kept)
            #expect(fixture.site.asked.last?.field("cookie") == "session=one")
            _ = try await fixture.fetch("/out", jar: harbor)
            #expect(harbor.isEmpty && northwind.isEmpty)
        }
    }

    @Test func redirects_are_followed_to_the_end_and_told() async throws {
        try await WebFixture.with { asked in
            switch asked.path {
            case "/a": [.answer("301 Moved", ["Location": "b?x=1"])]
            case "/b?x=1": [.answer("302 Found", ["Location": "/c#part"])]
            default: [.answer("200 OK", [:], Array("there".utf8))]
            }
        } _: { fixture in
            let answer = try await fixture.fetch("/a")
            #expect(answer.body == Array("there".utf8) && answer.address.pathAndQuery == "/c")
            #expect(answer.hops.map(\.pathAndQuery) == ["/a", "/b?x=1"])
        }
    }

    @Test func a_form_is_not_posted_again_unless_the_status_says_so() async throws {
        try await WebFixture.with { asked in
            switch asked.path {
            case "/303": [.answer("303 See Other", ["Location": "/done"])]
            case "/307": [.answer("307 Again", ["Location": "/done"])]
            default: [.answer()]
            }
        } _: { fixture in
            for path in ["/303", "/307"] {
                let request = WebRequest(
                    try fixture.address(path), kind: .post([65]), fields: [.contentType: "text/plain"])
                _ = try await fixture.client.fetch(request, within: fixture.scope, limits: .patient)
            }
            let asked = fixture.site.asked
            #expect(asked.map(\.method) == ["POST", "GET", "POST", "POST"])
            #expect(asked[1].field("content-type") == nil && asked[3].body == [65])
        }
    }

    @Test func what_is_secret_does_not_follow_to_another_origin() async throws {
        try await FakeSite.with { _ in
            [.answer()]
        } _: { other in
            let target = "http://127.0.0.1:\(other.port)/x"
            try await FakeSite.with { _ in
                [.answer("307 Elsewhere", ["Location": target])]
            } _: { site in
                let named = try [site.port, other.port].map { try #require(NetworkAddress("127.0.0.1", port: $0)) }
                let client = WebClient(userAgent: "t", reach: Reach(named: Set(named)))
                let address = try WebAddress("http://127.0.0.1:\(site.port)/")
                let secret: HTTPFields = [.authorization: "Bearer CANARY"]
                _ = try await client.fetch(
                    WebRequest(address, secretFields: secret), within: .any, limits: .patient)
                #expect(site.asked.first?.field("authorization") == "Bearer CANARY")
                #expect(other.asked.first?.path == "/x" && other.asked.first?.field("authorization") == nil)
                // A form with a password is not handed on at all.
                let form = WebRequest(address, kind: .post(Array("password=CANARY".utf8)))
                await #expect(throws: WebFailure.strangeHost("127.0.0.1")) {
                    try await client.fetch(form, within: .any, limits: .patient)
                }
                #expect(other.asked.count == 1)
            }
        }
    }

    @Test func a_request_is_broken_off_with_its_task() async throws {
        try await WebFixture.with { _ in
            [.hang]
        } _: { fixture in
            let task = Task { try await fixture.fetch() }
            while fixture.site.asked.isEmpty { await Task.yield() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
}
