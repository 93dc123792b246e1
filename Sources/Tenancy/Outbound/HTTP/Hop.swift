import HTTPTypes

/// One answer, before redirects are followed.
struct Hop: Sendable {
    let status: Int
    let fields: HTTPFields
    let body: [UInt8]
    let packedBytes: Int
    var facts: HopFacts
}
