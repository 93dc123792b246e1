package import HTTPTypes

/// A question to a web server. There are only the two kinds that ask: nothing that orders, changes or deletes can be written down.
package struct WebRequest: Sendable {
    package enum Kind: Sendable, Hashable {
        case get
        /// A search or a sign-in: a form or a document that is posted. Its type stands in `fields`.
        case post([UInt8])
    }

    package var address: WebAddress
    package var kind: Kind
    /// Beside those that every request has (`Host`, `User-Agent`, `Accept-Encoding`).
    package var fields: HTTPFields
    /// Fields with a secret, such as `Authorization`; never sent to another host, never recorded.
    package var secretFields: HTTPFields

    package init(_ address: WebAddress, kind: Kind = .get, fields: HTTPFields = [:], secretFields: HTTPFields = [:]) {
        self.address = address
        self.kind = kind
        self.fields = fields
        self.secretFields = secretFields
    }
}
