package import NIOCore
import NIOPosix

/// A port of this machine that serves while something is done.
package enum LocalListener {
    /// - Parameters:
    ///   - prepare: makes a connection ready, on its event loop.
    ///   - began: told the listening channel before `body` runs.
    package static func with<Result: Sendable>(
        prepare: @escaping @Sendable (any Channel) throws -> Void, began: (any Channel) -> Void,
        _ body: () async throws -> Result
    ) async throws -> Result {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in channel.eventLoop.makeCompletedFuture { try prepare(channel) } }
            .bind(host: "127.0.0.1", port: 0).get()
        began(listener)
        do {
            let result = try await body()
            try await listener.close()
            return result
        } catch {
            try? await listener.close()
            throw error
        }
    }
}
