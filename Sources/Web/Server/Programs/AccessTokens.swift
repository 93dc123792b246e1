import Companies
import Foundation
import JWTKit
import Synchronization
import Vault

/// Access tokens: signed statements (RFC 7519, ES256) that stand for an API token for ten minutes, for programs that hand
/// their right on and do not want to hand on what it rests on.
///
/// A signature alone opens nothing: the API token is looked up in the database at each request, so one that was revoked
/// takes its access tokens along. Signing keys are files of the installation. A key signs for thirty days; its predecessor
/// stays until there is a successor, so that nothing good is refused.
final class AccessTokens: Sendable {
    /// How long one is good, in seconds.
    static let lifetime = 600
    static let issuer = "tidemark"
    static let audience = "tidemark-api/v1"
    static let type = "at+jwt"
    /// How far clocks of our own processes may differ, in seconds.
    private static let leeway = 30
    /// How long a key signs, in seconds.
    private static let keyLife: TimeInterval = 30 * 86_400
    /// How long keys that were read are believed to be all of them, in seconds.
    private static let refresh: TimeInterval = 60
    private static let longest = 2_048

    private struct Known {
        var keys: [String: ES256PrivateKey] = [:]
        var newest: (id: String, madeAt: Date)?
        var readAt = Date.distantPast
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String
        let typ: String
        /// Extensions that whoever reads must understand (RFC 7515 §4.1.11). There are none we do.
        let crit: [String]?
    }

    private let folder: SigningKeyFolder
    private let now: @Sendable () -> Date
    private let known = Mutex(Known())

    /// - Parameter now: the clock they are made and checked by.
    init(folder: SigningKeyFolder, now: @escaping @Sendable () -> Date) {
        self.folder = folder
        self.now = now
    }

    /// One for a program, with all its scopes.
    /// - Throws: `VaultProblem` when there is no key and none can be made.
    func make(for client: APIClient) async throws -> String {
        let moment = now()
        let (id, key) = try signer(at: moment)
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
        let claims = AccessClaims(
            iss: Self.issuer, aud: Self.audience, sub: client.token.description,
            company: client.company.id.description,
            scope: APIScope.allCases.filter(client.scopes.contains).map(\.rawValue).joined(separator: " "),
            iat: seconds, exp: seconds + Self.lifetime, jti: UUID().uuidString.lowercased())
        let keys = await JWTKeyCollection().add(ecdsa: key, kid: JWKIdentifier(string: id))
        return try await keys.sign(
            claims, kid: JWKIdentifier(string: id), header: ["typ": .string(Self.type), "alg": .string("ES256")])
    }

    /// What a text says, if this installation signed it and it is good now. Nil for anything else: another algorithm or
    /// none, another key, another issuer or audience, too early, too late, or no such thing at all.
    func read(_ text: some StringProtocol) async throws -> AccessClaims? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 3, let bytes = Base64URL.decode(parts[0]),
            let header = try? JSONDecoder().decode(Header.self, from: Data(bytes)),
            // What the text says of itself decides nothing but which of our keys to try.
            header.alg == "ES256", header.typ == Self.type, header.crit == nil, let key = try key(header.kid)
        else { return nil }
        let keys = await JWTKeyCollection().add(ecdsa: key.publicKey, kid: JWKIdentifier(string: header.kid))
        guard let claims = try? await keys.verify(String(text), as: AccessClaims.self),
            claims.iss == Self.issuer, claims.aud == Self.audience
        else { return nil }
        let moment = Int(now().timeIntervalSince1970.rounded(.down))
        guard claims.iat <= moment + Self.leeway, moment < claims.exp, claims.exp - claims.iat == Self.lifetime else {
            return nil
        }
        return claims
    }

    /// The key that signs now; made when there is none, or none that is young enough.
    private func signer(at moment: Date) throws -> (id: String, key: ES256PrivateKey) {
        try known.withLock { known in
            if !(0..<Self.refresh).contains(moment.timeIntervalSince(known.readAt)) { try read(&known, at: moment) }
            if let newest = known.newest, let key = known.keys[newest.id],
                moment.timeIntervalSince(newest.madeAt) < Self.keyLife
            {
                return (newest.id, key)
            }
            let key = ES256PrivateKey()
            let before = known.newest?.id
            let made = try folder.add(SecretBytes(copying: key.pemRepresentation), at: moment)
            // What the one before signed is good for ten minutes more; those before it signed nothing for a month.
            for id in known.keys.keys where id != before {
                if let id = UUID(uuidString: id) { try folder.remove(id) }
            }
            try read(&known, at: moment)
            let id = made.id.uuidString.lowercased()
            return (id, known.keys[id] ?? key)
        }
    }

    /// A key by its id. One that is not known may have been made by another process just now.
    private func key(_ id: String) throws -> ES256PrivateKey? {
        let moment = now()
        return try known.withLock { known in
            if !(0..<Self.refresh).contains(moment.timeIntervalSince(known.readAt)) { try read(&known, at: moment) }
            if let key = known.keys[id] { return key }
            // Whoever sends made-up ids makes us read the folder once a second and no more often.
            guard UUID(uuidString: id) != nil, !(0..<1).contains(moment.timeIntervalSince(known.readAt)) else {
                return nil
            }
            try read(&known, at: moment)
            return known.keys[id]
        }
    }

    private func read(_ known: inout Known, at moment: Date) throws {
        known = Known(readAt: moment)
        for key in try folder.all() {
            defer { key.secret.wipe() }
            let pem = key.secret.withBytes { String(decoding: $0, as: UTF8.self) }
            guard let pair = try? ES256PrivateKey(pem: pem) else { continue }
            let id = key.id.uuidString.lowercased()
            known.keys[id] = pair
            known.newest = (id, key.madeAt)
        }
    }
}
