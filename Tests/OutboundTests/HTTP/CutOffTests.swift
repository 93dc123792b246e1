import Compression
import Outbound
import TestSupport
import Testing

/// Connections that end before they should (F-28): whatever had come by then is no answer.
///
/// `cut` closes the connection below its encryption, without the goodbye of TLS; `close` says it.
@Suite struct CutOffTests {
    /// How an answer tells where it ends.
    enum Framing: CaseIterable {
        case length, chunks, packed, hangingUp

        func steps(_ body: [UInt8]) throws -> [FakeSite.Step] {
            switch self {
            case .length: [.answer("200 OK", [:], body)]
            case .chunks:
                [
                    .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(String(body.count, radix: 16))\r\n"),
                    .bytes(body), .text("\r\n0\r\n\r\n"),
                ]
            case .packed:
                [
                    .text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"),
                    .bytes(try #require(Gzip.compress(body))), .close,
                ]
            case .hangingUp: [.text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), .bytes(body), .close]
            }
        }
    }

    private static let bodyBytes = 20_000

    private static func outcome(
        _ steps: [FakeSite.Step], isEncrypted: Bool = true, cutAfter bytes: Int? = nil
    ) async throws -> Result<WebAnswer, WebFailure> {
        try await FakeSite.with(isEncrypted: isEncrypted, cutAfter: bytes) { _ in
            steps
        } _: { site in
            let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
            let client = WebClient(
                userAgent: "t", reach: Reach(named: [address]),
                certificates: isEncrypted ? FakeSite.certificatePath() : nil)
            let place = try WebAddress("\(isEncrypted ? "https" : "http")://127.0.0.1:\(site.port)/")
            do {
                return .success(try await client.fetch(WebRequest(place), within: .any, limits: .patient))
            } catch let failure as WebFailure {
                return .failure(failure)
            }
        }
    }

    /// In the handshake, in what follows it, in the header, in the body: the first bytes of each place, and places drawn from a seed.
    @Test(arguments: Framing.allCases) func a_connection_that_is_cut_off_anywhere_gives_no_answer(
        _ framing: Framing
    ) async throws {
        let seed = SimulationSeeds.only ?? UInt64.random(in: 0...UInt64.max)
        print("cut off, \(framing): seed \(seed)")
        var random = SeededRandom(seed: seed)
        // Cannot be packed, so that every place before the last byte of it is before the end of the answer.
        let body = (0..<Self.bodyBytes).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let steps = try framing.steps(body)
        let drawn = (0..<12).map { _ in random.below(Self.bodyBytes) }
        for place in [0, 1, 5, 90, 400, 700, 900, 1_200, 1_500] + drawn {
            switch try await Self.outcome(steps, cutAfter: place) {
            case .failure(.untrusted), .failure(.broken), .failure(.unreachable): break
            case .failure(let failure): Issue.record("seed \(seed), after \(place) bytes: \(failure)")
            case .success(let answer): Issue.record("seed \(seed), after \(place) bytes: an answer, \(answer.status)")
            }
        }
        // Uncut it is one.
        #expect(try await Self.outcome(steps).get().body == body)
    }

    /// libcurl 7.88 over OpenSSL 3 takes the first for a whole answer.
    @Test func where_only_hanging_up_tells_the_end_it_must_be_said() async throws {
        let body = Array("all of it".utf8)
        let heads = ["HTTP/1.1 200 OK\r\nConnection: close", "HTTP/1.1 200 OK", "HTTP/1.0 200 OK"]
        for head in heads.map({ "\($0)\r\n\r\n" }) {
            let cut = try await Self.outcome([.text(head), .bytes(body), .cut])
            #expect(throws: WebFailure.broken) { try cut.get() }
            #expect(try await Self.outcome([.text(head), .bytes(body), .close]).get().body == body)
            // Without encryption nobody can tell; only what an operator named is spoken to like that.
            let plain = try await Self.outcome([.text(head), .bytes(body), .cut], isEncrypted: false)
            #expect(try plain.get().body == body)
        }
    }

    @Test func an_answer_that_says_its_length_needs_no_goodbye() async throws {
        let answer = try await Self.outcome([.answer("200 OK", [:], [65]), .cut]).get()
        #expect(answer.body == [65])
        #expect(try await Self.outcome([.answer("304 Not Modified"), .cut]).get().status == 304)
    }

    /// The status stands in a header that came whole.
    @Test(arguments: ["403 Forbidden", "404 Not Found", "429 Slow down", "503 Busy"])
    func an_answer_that_says_no_needs_no_goodbye(status: String) async throws {
        for head in ["HTTP/1.1 \(status)\r\nConnection: close\r\n\r\n", "HTTP/1.0 \(status)\r\n\r\n"] {
            let answer = try await Self.outcome([.text(head), .text("No."), .cut]).get()
            #expect(status.hasPrefix("\(answer.status) ") && answer.body == Array("No.".utf8))
        }
    }

    /// libcurl 7.88 takes each for a whole answer without a body.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n",
        "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n",
    ])
    func a_header_that_ends_in_the_middle_is_none(head: String) async throws {
        for isEncrypted in [true, false] {
            for last in [FakeSite.Step.cut, .close] {
                let outcome = try await Self.outcome([.text(head), last], isEncrypted: isEncrypted)
                #expect(throws: WebFailure.broken, "\(isEncrypted), \(last)") { try outcome.get() }
            }
        }
    }
}
