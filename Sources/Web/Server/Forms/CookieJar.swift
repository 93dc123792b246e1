import HTTPTypes
import Hummingbird
import Vault

/// The cookies: the session, half a session before the code of a second factor, the anonymous token behind the sign-in form, what
/// makes a browser a known one, and the tokens of links in mails. Over TLS their names carry the `__Host-` prefix, which no subdomain
/// and no plain connection can set.
struct CookieJar: Sendable {
    private let prefix: String
    private let attributes: String

    init(isProduction: Bool) {
        prefix = isProduction ? "__Host-" : ""
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isProduction ? "; Secure" : "")
    }

    private var sessionName: String { prefix + "tidemark-session" }
    private var halfName: String { prefix + "tidemark-half" }
    private var formName: String { prefix + "tidemark-form" }
    private var deviceName: String { prefix + "tidemark-device" }
    private func linkName(_ purpose: LinkPurpose) -> String { prefix + "tidemark-" + purpose.rawValue }

    func session(of request: Request) -> SecretToken? { token(named: sessionName, in: request) }
    func half(of request: Request) -> SecretToken? { token(named: halfName, in: request) }
    func form(of request: Request) -> SecretToken? { token(named: formName, in: request) }
    func device(of request: Request) -> SecretToken? { token(named: deviceName, in: request) }
    func link(_ purpose: LinkPurpose, of request: Request) -> SecretToken? {
        token(named: linkName(purpose), in: request)
    }

    func setSession(_ token: SecretToken) -> String {
        "\(sessionName)=\(token.text)\(attributes); Max-Age=\(30 * 86_400)"
    }
    func setHalf(_ token: SecretToken) -> String { "\(halfName)=\(token.text)\(attributes); Max-Age=600" }
    func setForm(_ token: SecretToken) -> String { "\(formName)=\(token.text)\(attributes); Max-Age=3600" }
    func setDevice(_ token: SecretToken) -> String {
        "\(deviceName)=\(token.text)\(attributes); Max-Age=\(180 * 86_400)"
    }
    var clearHalf: String { "\(halfName)=\(attributes); Max-Age=0" }
    func setLink(_ purpose: LinkPurpose, _ token: SecretToken) -> String {
        "\(linkName(purpose))=\(token.text)\(attributes); Max-Age=\(purpose.lifetime)"
    }
    func clearLink(_ purpose: LinkPurpose) -> String { "\(linkName(purpose))=\(attributes); Max-Age=0" }
    var clearSession: String { "\(sessionName)=\(attributes); Max-Age=0" }

    /// Whether there is a cookie of a session, however odd.
    func hasSession(_ request: Request) -> Bool {
        request.headers[values: .cookie].contains { header in
            header.split(separator: ";").contains { $0.drop { $0 == " " }.hasPrefix(sessionName + "=") }
        }
    }

    /// The one cookie of that name. Two of the same name are suspicious and count as none.
    private func token(named name: String, in request: Request) -> SecretToken? {
        var found: SecretToken?
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                guard pair.hasPrefix(name), pair.dropFirst(name.count).first == "=" else { continue }
                guard found == nil, let token = SecretToken(text: pair.dropFirst(name.count + 1)) else { return nil }
                found = token
            }
        }
        return found
    }
}
