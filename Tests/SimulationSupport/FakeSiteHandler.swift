import NIOCore
import NIOPosix

/// One connection of `FakeSite`: reads requests, does what the plan says.
final class FakeSiteHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let site: FakeSite
    private let connection: Int
    private var unread = ByteBuffer()
    private var steps: ArraySlice<FakeSite.Step> = []
    private var isAnswering = false
    /// Whether whoever asks first whether to send a body was told to.
    private var hasContinued = false
    /// Where everything goes once the connection leads elsewhere.
    private var joined: (any Channel)?

    init(site: FakeSite, connection: Int) {
        self.site = site
        self.connection = connection
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        if let joined { return joined.writeAndFlush(buffer, promise: nil) }
        unread.writeBuffer(&buffer)
        next(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        joined?.close(promise: nil)
        context.fireChannelInactive()
    }

    private func next(_ context: ChannelHandlerContext) {
        guard !isAnswering, let asked = read(context) else { return }
        isAnswering = true
        steps = site.answer(asked)[...]
        go(on: context)
    }

    /// A request that is there whole.
    private func read(_ context: ChannelHandlerContext) -> FakeSite.Asked? {
        let view = unread.readableBytesView
        let end = Array("\r\n\r\n".utf8)
        guard let head = view.indices.first(where: { view[$0...].starts(with: end) }) else { return nil }
        let lines = String(decoding: view[..<head], as: UTF8.self).split(separator: "\r\n")
        var asked = FakeSite.Asked()
        asked.connection = connection
        let first = (lines.first ?? "").split(separator: " ")
        if first.count == 3 { (asked.method, asked.path) = (String(first[0]), String(first[1])) }
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            asked.fields.append((line[..<colon].lowercased(), String(value)))
        }
        let length = asked.field("content-length").flatMap { Int($0) } ?? 0
        guard view.endIndex - head - end.count >= length else {
            if asked.field("expect") == "100-continue", !hasContinued {
                hasContinued = true
                context.writeAndFlush(
                    wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
            }
            return nil
        }
        hasContinued = false
        unread.moveReaderIndex(forwardBy: head - view.startIndex + end.count)
        asked.body = unread.readBytes(length: length) ?? []
        return asked
    }

    private func go(on context: ChannelHandlerContext) {
        guard let step = steps.popFirst() else {
            isAnswering = false
            return next(context)
        }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        switch step {
        case .bytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            go(on: context)
        case .endless(let bytes):
            steps = [step]
            let written = context.eventLoop.makePromise(of: Void.self)
            written.futureResult.assumeIsolated().whenSuccess { self.go(on: bound.value) }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: written)
        case .pause(let milliseconds):
            context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
                self.go(on: bound.value)
            }
        case .note(let note):
            note()
            go(on: context)
        case .close: context.close(promise: nil)
        case .cut: WireHandler.cut(context.channel)
        case .join(let port): join(port, context)
        case .hang: break
        }
    }

    private func join(_ port: Int, _ context: ChannelHandlerContext) {
        let (own, bound) = (context.channel, NIOLoopBound(self, eventLoop: context.eventLoop))
        ClientBootstrap(group: context.eventLoop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(PipeHandler(to: own))
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .whenComplete { result in
                guard case .success(let channel) = result else { return own.close(promise: nil) }
                let handler = bound.value
                handler.joined = channel
                // What came meanwhile.
                channel.writeAndFlush(handler.unread, promise: nil)
                handler.unread.clear()
            }
    }
}
