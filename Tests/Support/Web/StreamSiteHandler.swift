import NIOCore
import NIOHPACK
import NIOHTTP2
import SimulationSupport

/// One stream of `StreamSite`: reads a request, does what the plan says.
final class StreamSiteHandler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    private let site: StreamSite
    private var asked = FakeSite.Asked()
    private var steps: ArraySlice<StreamSite.Step> = []

    init(site: StreamSite, connection: Int) {
        self.site = site
        asked.connection = connection
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .headers(let part):
            for (name, value, _) in part.headers {
                switch name {
                case ":method": asked.method = value
                case ":path": asked.path = value
                case ":authority": asked.fields.append(("host", value))
                default: if !name.hasPrefix(":") { asked.fields.append((name, value)) }
                }
            }
            if part.endStream { begin(context) }
        case .data(let part):
            if case .byteBuffer(let buffer) = part.data { asked.body += Array(buffer.readableBytesView) }
            if part.endStream { begin(context) }
        default: break
        }
    }

    private func begin(_ context: ChannelHandlerContext) {
        steps = site.answer(asked)[...]
        go(on: context)
    }

    private func go(on context: ChannelHandlerContext) {
        guard let step = steps.popFirst() else { return }
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        switch step {
        case .head(let status, let fields):
            var headers = HPACKHeaders([(":status", "\(status)")])
            for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                headers.add(name: name.lowercased(), value: value)
            }
            context.writeAndFlush(wrapOutboundOut(.headers(.init(headers: headers))), promise: nil)
            go(on: context)
        case .bytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(Self.data(bytes)), promise: nil)
            go(on: context)
        case .endless(let bytes):
            steps = [step]
            let written = context.eventLoop.makePromise(of: Void.self)
            // Later, since it may be written within the call.
            let loop = context.eventLoop
            written.futureResult.whenSuccess {
                loop.execute { bound.value.handler.go(on: bound.value.context) }
            }
            context.writeAndFlush(wrapOutboundOut(Self.data(bytes)), promise: written)
        case .together(let count):
            let loop = context.eventLoop
            site.wait(for: count) { loop.execute { bound.value.handler.go(on: bound.value.context) } }
        case .end: context.writeAndFlush(wrapOutboundOut(Self.data([], isLast: true)), promise: nil)
        case .reset: context.writeAndFlush(wrapOutboundOut(.rstStream(.internalError)), promise: nil)
        case .cut: if let connection = context.channel.parent { WireHandler.cut(connection) }
        }
    }

    private static func data(_ bytes: [UInt8], isLast: Bool = false) -> HTTP2Frame.FramePayload {
        .data(.init(data: .byteBuffer(ByteBuffer(bytes: bytes)), endStream: isLast))
    }
}
