import Hummingbird
import NIOCore
import Synchronization

/// Cancels the work of a request when its client goes away, which cancels its statement on the database server.
final class DisconnectWatch: Sendable {
    private let running = Mutex<[ObjectIdentifier: @Sendable () -> Void]>([:])

    /// A handler whose work ends when its client does.
    func watching<Context: ConnectedContext>(
        _ handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) -> @Sendable (Request, Context) async throws -> Response {
        { request, context in
            try await self.run(on: context.connection) { try await handler(request, context) }
        }
    }

    /// Runs one request's work; a connection has one request at a time.
    private func run<Result: Sendable>(
        on connection: ObjectIdentifier, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let task = Task(operation: work)
        running.withLock { $0[connection] = { task.cancel() } }
        defer { running.withLock { _ = $0.removeValue(forKey: connection) } }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    fileprivate func closed(_ connection: ObjectIdentifier) {
        let cancel = running.withLock { $0[connection] }
        cancel?()
    }

    /// The handler to add to every connection's pipeline.
    func handler() -> any RemovableChannelHandler & Sendable { DisconnectHandler(watch: self) }
}

private final class DisconnectHandler: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = NIOAny

    private let watch: DisconnectWatch

    init(watch: DisconnectWatch) { self.watch = watch }

    func channelInactive(context: ChannelHandlerContext) {
        watch.closed(ObjectIdentifier(context.channel))
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // A client that closes its side has stopped waiting for the answer.
        if case .some(.inputClosed) = event as? ChannelEvent { watch.closed(ObjectIdentifier(context.channel)) }
        context.fireUserInboundEventTriggered(event)
    }
}
