import NIOCore
import NIOHTTP2
import NIOSSL
package import SimulationSupport
import Synchronization

/// A web server of the tests' own that speaks HTTP/2 over TLS and nothing else, on a port of this machine. Keeps what it was asked.
package final class StreamSite: Sendable {
    /// What it does with a request, step by step. After the last one nothing more comes, and the stream stays.
    package enum Step: Sendable {
        /// Status and fields, as they are, also when they lie.
        case head(Int, [String: String] = [:])
        case bytes([UInt8])
        /// The same bytes again and again until the other side has enough.
        case endless([UInt8])
        /// Goes on once so many requests have come.
        case together(Int)
        /// The answer is whole.
        case end
        /// The stream breaks off, and the connection stays.
        case reset
        /// The connection breaks off below its encryption.
        case cut
    }

    package typealias Plan = @Sendable (FakeSite.Asked) -> [Step]

    private struct State {
        var connections = 0
        var asked: [FakeSite.Asked] = []
        var waiting: [(count: Int, goOn: @Sendable () -> Void)] = []
    }

    private let plan: Plan
    private let state = Mutex(State())
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ plan: @escaping Plan) { self.plan = plan }

    /// Runs a server while `body` does. Its certificate is that of `FakeSite`.
    package static func with<Result: Sendable>(
        _ plan: @escaping Plan, _ body: (StreamSite) async throws -> Result
    ) async throws -> Result {
        let site = StreamSite(plan)
        return try await LocalListener.with { channel in
            let number = site.state.withLock { state in
                state.connections += 1
                return state.connections - 1
            }
            try WireHandler.add(to: channel)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(NIOSSLServerHandler(context: LocalCertificate.shared.streams))
            var configuration = NIOHTTP2Handler.ConnectionConfiguration()
            // A test may want what no server may send.
            configuration.headerBlockValidation = .disabled
            configuration.contentLengthValidation = .disabled
            _ = try pipeline.configureHTTP2Pipeline(
                mode: .server, connectionConfiguration: configuration, streamConfiguration: .init()
            ) { stream in
                stream.eventLoop.makeCompletedFuture {
                    try stream.pipeline.syncOperations.addHandler(StreamSiteHandler(site: site, connection: number))
                }
            }
        } began: { listener in
            site.channel.withLock { $0 = listener }
        } _: {
            try await body(site)
        }
    }

    package var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }

    /// Connections so far.
    package var connections: Int { state.withLock(\.connections) }

    /// Every request so far, in the order they came. The host is the field `host`.
    package var asked: [FakeSite.Asked] { state.withLock(\.asked) }

    func answer(_ asked: FakeSite.Asked) -> [Step] {
        let ready = state.withLock { state in
            state.asked.append(asked)
            let count = state.asked.count
            defer { state.waiting.removeAll { $0.count <= count } }
            return state.waiting.filter { $0.count <= count }
        }
        for one in ready { one.goOn() }
        return plan(asked)
    }

    /// Does something once so many requests have come, which may be now.
    func wait(for count: Int, then goOn: @escaping @Sendable () -> Void) {
        let isReady = state.withLock { state in
            if state.asked.count < count { state.waiting.append((count, goOn)) }
            return state.asked.count >= count
        }
        if isReady { goOn() }
    }
}
