import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@testable import Server

/// Forms of passwords, invitations, members and signing up that do what their route is for, with the links they need.
struct PeopleForms {
    let fixture: WebFixture
    private static let password = "a quince for the anvil"

    /// - Returns: nil for a route of another area.
    func fields(of rule: AccessRule, _ browser: Browser) async throws -> [String: String]? {
        let harbor = fixture.companies.harbor
        let (next, chosen) = (Self.password, ["password": Self.password, "again": Self.password])
        switch rule.pattern {
        case "/reset-password":
            _ = try await fixture.browser("ada")
            let minted = try await PasswordRecovery.mint(for: "ada@example.com", in: fixture.companies.database)
            browser.setCookie("tidemark-reset", try #require(minted).token.text)
            return chosen
        case "/invitation":
            // Somebody who is no member of the company yet.
            let person = try await fixture.identity("olga")
            try await fixture.run(in: fixture.companies.kestrel, "DELETE FROM members WHERE identity_id = '\(person)'")
            let invitation = try await invite("olga@example.com", to: fixture.companies.kestrel, by: "kim")
            browser.setCookie("tidemark-invitation", try await token(of: invitation, in: fixture.companies.kestrel))
            return [:]
        case "/invitation/join":
            let invitation = try await invite("nora@example.com", to: harbor, by: "kate")
            browser.setCookie("tidemark-invitation", try await token(of: invitation, in: harbor))
            return chosen.merging(["name": "Nora"]) { $1 }
        case "/sign-up/confirm":
            let desk = SignUpDesk(database: fixture.companies.database, hashing: WebFixture.hashing)
            let id = try await desk.begin(
                email: "otto@example.com", company: "Otto", person: "Otto", password: try Password(next))
            let minted = try await SignUpDesk.mint(id, in: fixture.companies.database)
            browser.setCookie("tidemark-sign-up", try #require(minted).token.text)
            return ["password": next]
        case "/account/email": return ["email": "olga@new.example.com"]
        case "/account/email/withdraw":
            _ = try await wish(of: browser)
            return [:]
        case "/confirm-address":
            browser.setCookie("tidemark-email-change", try await wish(of: browser))
            return [:]
        case "/company/members/role": return ["member": try await member("mia"), "role": "analyst"]
        case "/company/members/remove": return ["member": try await member("max")]
        case "/company/members/invite": return ["email": "pia@example.com", "role": "viewer"]
        case "/company/members/resend", "/company/members/withdraw":
            return ["invitation": "\(try await invite("\(UUID())@example.com", to: harbor, by: "kurt"))"]
        default: return nil
        }
    }

    /// The token of a link, mailed to the present address of whoever is signed in.
    private func wish(of browser: Browser) async throws -> String {
        let session = try #require(browser.cookie("tidemark-session").flatMap { SecretToken(text: $0) })
        let id = UUID()
        let present = try await EmailChange(database: fixture.companies.database).begin(
            session, to: "olga@new.example.com", id: id)
        let minted = try await EmailChange.mint(id, for: try #require(present), in: fixture.companies.database)
        return try #require(minted).token.text
    }

    private func member(_ name: String) async throws -> String {
        _ = try await fixture.join(name, .viewer, of: fixture.companies.harbor)
        return try await fixture.idText(name)
    }

    private func invite(_ address: String, to company: Company, by name: String) async throws -> InvitationID {
        _ = try await fixture.join(name, .owner, of: company)
        let inviter = IdentityID(rawValue: try await fixture.identity(name))
        return try await fixture.companies.database.transaction(in: company.id) {
            try await $0.invite(address, as: .owner, by: inviter)
        }
    }

    private func token(of invitation: InvitationID, in company: Company) async throws -> String {
        let minted = try await fixture.companies.database.transaction(in: company.id) {
            try await $0.mintInvitation(invitation)
        }
        return try #require(minted).token.text
    }
}
