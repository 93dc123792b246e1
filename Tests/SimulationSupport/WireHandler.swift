package import NIOCore

/// The connection itself, below whatever encrypts it: the place to cut it off without a word.
package final class WireHandler: ChannelOutboundHandler {
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    private static let name = "wire"

    /// Bytes that still go out before the cut; nil for no cut.
    private var left: Int?
    private var isCut = false

    private init(bytes: Int?) { left = bytes }

    /// Puts it where the connection begins, before anything else is.
    /// - Parameter bytes: goes out before the connection is cut off; nil for everything.
    package static func add(to channel: any Channel, cutAfter bytes: Int? = nil) throws {
        try channel.pipeline.syncOperations.addHandler(WireHandler(bytes: bytes), name: name, position: .first)
    }

    /// Cuts a connection off, so that nothing above says that it ends. What was written before goes out first.
    package static func cut(_ channel: any Channel) {
        // Later, when everything in between has let go of what it was given.
        channel.eventLoop.execute {
            (try? channel.pipeline.syncOperations.context(name: name))?.close(promise: nil)
        }
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard let room = left else { return context.write(data, promise: promise) }
        var buffer = unwrapOutboundIn(data)
        guard buffer.readableBytes >= room || isCut else {
            left = room - buffer.readableBytes
            return context.write(data, promise: promise)
        }
        promise?.fail(ChannelError.ioOnClosedChannel)
        guard !isCut else { return }
        isCut = true
        if room > 0, let rest = buffer.readSlice(length: room) {
            context.writeAndFlush(wrapOutboundOut(rest), promise: nil)
        }
        // Later, since whoever writes is in the middle of it.
        context.eventLoop.assumeIsolated().execute { context.close(promise: nil) }
    }
}
