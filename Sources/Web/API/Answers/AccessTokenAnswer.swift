/// An access token that was made just now.
package struct AccessTokenAnswer: Sendable {
    /// To be sent as `Authorization: Bearer …`.
    package let token: String
    /// How long it is good.
    package let seconds: Int
    package let scopes: [String]

    package init(token: String, seconds: Int, scopes: [String]) {
        self.token = token
        self.seconds = seconds
        self.scopes = scopes
    }

    package var bytes: [UInt8] {
        Envelope.object(meta: AnswerMeta(total: 1), capacity: 1_024) { data in
            data.field("access_token", token)
            data.field("token_type", "Bearer")
            data.field("expires_in", seconds)
            data.array("scopes") { items in
                for scope in scopes { items.item(scope) }
            }
        }
    }
}
