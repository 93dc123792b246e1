package import NIOCore
import Synchronization

/// A web server of the tests' own, on a port of this machine, that answers byte by byte what a test wants, also what no real server
/// may answer. Keeps what it was asked.
package final class FakeSite: Sendable {
    /// What one request said.
    package struct Asked: Sendable {
        package var method = ""
        package var path = ""
        /// Names in lower case, in the order they came.
        package var fields: [(name: String, value: String)] = []
        package var body: [UInt8] = []
        /// Which connection it came over, counted from 0.
        package var connection = 0

        package init() {}

        package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    }

    /// What a connection does with a request, step by step.
    package enum Step: Sendable {
        case bytes([UInt8])
        /// The same bytes again and again until the other side has enough.
        case endless([UInt8])
        case pause(milliseconds: Int64)
        /// Tells the test that it has come this far.
        case note(@Sendable () -> Void)
        case close
        /// The connection breaks off below its encryption, if it has any.
        case cut
        /// From now on the connection leads to another port of this machine, as through a proxy.
        case join(port: Int)
        /// Nothing more comes, and the connection stays.
        case hang
    }

    package typealias Plan = @Sendable (Asked) -> [Step]

    private let plan: Plan
    private let kept = Mutex<(connections: Int, asked: [Asked])>((0, []))
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ plan: @escaping Plan) { self.plan = plan }

    /// Runs a server while `body` does.
    package static func with<Result: Sendable>(
        _ plan: @escaping Plan, _ body: (FakeSite) async throws -> Result
    ) async throws -> Result {
        try await prepared({ _ in }, plan, body)
    }

    /// Runs a server while `body` does.
    /// - Parameters:
    ///   - bytes: after so many sent ones each connection is cut off; nil for never.
    ///   - prepare: puts what stands between a connection and HTTP, such as encryption; on the connection's event loop.
    package static func prepared<Result: Sendable>(
        cutAfter bytes: Int? = nil, _ prepare: @escaping @Sendable (any Channel) throws -> Void,
        _ plan: @escaping Plan, _ body: (FakeSite) async throws -> Result
    ) async throws -> Result {
        let site = FakeSite(plan)
        return try await LocalListener.with { channel in
            let number = site.kept.withLock { kept in
                kept.connections += 1
                return kept.connections - 1
            }
            let pipeline = channel.pipeline.syncOperations
            try WireHandler.add(to: channel, cutAfter: bytes)
            try prepare(channel)
            try pipeline.addHandler(FakeSiteHandler(site: site, connection: number))
        } began: { listener in
            site.channel.withLock { $0 = listener }
        } _: {
            try await body(site)
        }
    }

    package var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }

    /// Connections so far.
    package var connections: Int { kept.withLock(\.connections) }

    /// Every request so far, in the order they came.
    package var asked: [Asked] { kept.withLock(\.asked) }

    func answer(_ asked: Asked) -> [Step] {
        kept.withLock { $0.asked.append(asked) }
        return plan(asked)
    }
}

extension FakeSite.Step {
    /// A whole answer with the right length.
    package static func answer(
        _ status: String = "200 OK", _ fields: [String: String] = [:], _ body: [UInt8] = []
    ) -> FakeSite.Step {
        var text = "HTTP/1.1 \(status)\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        return .bytes(Array((text + "\r\n").utf8) + body)
    }

    package static func text(_ text: String) -> FakeSite.Step { .bytes(Array(text.utf8)) }
}
