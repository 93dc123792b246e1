package import HTTPTypes

/// What a web server answered, whatever the status.
package struct WebAnswer: Sendable {
    /// Where it came from, after redirects.
    package let address: WebAddress
    /// 200 to 599.
    package let status: Int
    package let fields: HTTPFields
    /// Unpacked.
    package let body: [UInt8]
    /// Bytes of the body as they were sent.
    package let packedBytes: Int
    /// The machine that answered.
    package let peer: NetworkAddress?
    /// From the first request to the last byte, redirects included.
    package let duration: Duration
    /// Addresses that sent us on, in order.
    package let hops: [WebAddress]

    package init(
        address: WebAddress, status: Int, fields: HTTPFields, body: [UInt8], packedBytes: Int,
        peer: NetworkAddress? = nil,
        duration: Duration, hops: [WebAddress] = []
    ) {
        self.address = address
        self.status = status
        self.fields = fields
        self.body = body
        self.packedBytes = packedBytes
        self.peer = peer
        self.duration = duration
        self.hops = hops
    }
}
