import Configuration
import Foundation
import Mail
import Outbound
import Routes
import Vault

/// How mail is sent, and where its links lead.
extension Settings {
    static let smtpPasswordName = "TIDEMARK_SMTP_PASSWORD"

    /// - Parameter password: that came as a variable.
    static func mail(
        _ reader: ConfigReader, password: SecretBytes?, environment: Environment, root: String
    ) throws -> MailSettings {
        let isProduction = environment == .production
        let site = try reader.text("tidemark.public.url").map { text in
            guard let site = SiteAddress(text, allowsClear: !isProduction) else {
                throw SettingsProblem(
                    "TIDEMARK_PUBLIC_URL is not \(isProduction ? "https://host" : "http:// or https:// and a host"), "
                        + "perhaps with a port.")
            }
            return site
        }
        let from = try reader.text("tidemark.mail.from").map { text in
            guard let mailbox = Mailbox(text) else {
                throw SettingsProblem("TIDEMARK_MAIL_FROM is no address; write address or Name <address>.")
            }
            return mailbox
        }
        guard let url = reader.text("tidemark.smtp.url") else {
            guard let standard = Mailbox("Tidemark <tidemark@localhost>") else {
                throw SettingsProblem("TIDEMARK_MAIL_FROM is missing.")
            }
            return MailSettings(
                way: isProduction ? .nowhere : .outbox(OutboxFolder(path: root + "/.tidemark/outbox")),
                from: from ?? standard, site: site)
        }
        var missing: [String] = []
        if from == nil { missing.append("TIDEMARK_MAIL_FROM") }
        if isProduction, site == nil { missing.append("TIDEMARK_PUBLIC_URL") }
        guard let from, missing.isEmpty else {
            throw SettingsProblem("TIDEMARK_SMTP_URL is set, but \(missing.joined(separator: " and ")) is missing.")
        }
        do {
            let server = try SMTPServer(
                url: url, allowsClear: try allowsClear(reader.text("tidemark.smtp.tls"), isProduction: isProduction),
                ownName: site?.host ?? from.address.domain, user: reader.text("tidemark.smtp.user"),
                password: try SecretVariable.choose(
                    smtpPasswordName, taken: password, file: reader.text("tidemark.smtp.password.file"),
                    word: "a password"),
                certificates: reader.text("tidemark.smtp.ca.file"))
            return MailSettings(way: .server(server), from: from, site: site)
        } catch let problem as SMTPSettingProblem {
            throw SettingsProblem("TIDEMARK_SMTP_URL and its like cannot be used: \(problem).")
        }
    }

    static func allowsSignUp(_ reader: ConfigReader) throws -> Bool {
        switch reader.text("tidemark.sign.up") ?? "on" {
        case "on": return true
        case "off": return false
        default: throw SettingsProblem("TIDEMARK_SIGN_UP may be on or off.")
        }
    }

    private static func allowsClear(_ word: String?, isProduction: Bool) throws -> Bool {
        switch word ?? "required" {
        case "required": return false
        case "off" where isProduction:
            throw SettingsProblem("TIDEMARK_SMTP_TLS is \"off\"; in production mail is sent over TLS only.")
        case "off": return true
        default: throw SettingsProblem("TIDEMARK_SMTP_TLS may be required or, in development, off.")
        }
    }
}
