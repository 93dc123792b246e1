import JWTKit

/// What an access token says (RFC 9068). Moments are whole seconds since 1970. They are checked by `AccessTokens`, against
/// its own clock.
struct AccessClaims: JWTPayload, Equatable {
    var iss: String
    var aud: String
    /// The API token it was made from: that one's end is its end.
    var sub: String
    /// The company.
    var company: String
    /// Scopes, separated by spaces.
    var scope: String
    var iat: Int
    var exp: Int
    /// Names this one alone.
    var jti: String

    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
