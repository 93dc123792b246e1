import CLibcurl

/// Hears what happens to a transfer, on the loop's thread, and may break it off.
protocol TransferListener: AnyObject, Sendable {
    /// A line of a header or of a conversation, with its end.
    /// - Returns: false to break off.
    func hear(_ line: UnsafeRawBufferPointer, on handle: EasyHandle) -> Bool

    /// Bytes of a body, as they came.
    /// - Returns: false to break off.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool

    /// Whether a socket may be connected to an address; asked for each address of a name.
    func mayConnect(to address: NetworkAddress) -> Bool

    /// Asked now and then, at least once a second while something goes on, and last when nothing more comes.
    func mayGoOn(on handle: EasyHandle) -> Bool

    /// The end, before the handle goes.
    func end(_ code: CURLcode, on handle: EasyHandle)
}
