import Companies
import Connections
import Foundation
import Postgres
import TestSupport
import Testing

/// Alerts on the command line: each company's own.
@Suite struct AlertCommandTests {
    private struct Line: Decodable {
        let metric: String
        let sentence: String
        let state: String
    }

    @Test func figures_are_checked_and_alerts_and_channels_listed_of_one_company() async throws {
        try await TwoCompanies.with { companies in
            let medium = try #require(SourceCode(rawValue: "vinepair"))
            try await companies.database.transaction(in: companies.harbor.id) { transaction in
                let connection = try await OpenConnectionQueries.ensure(
                    medium, name: "VinePair", settings: [:], everyMinutes: 60, at: Date(), in: transaction)
                try await ConnectionHealthQueries.note(.refused, "no", of: connection, at: Date(), in: transaction)
                try await transaction.execute(
                    """
                    INSERT INTO alert_channels (company_id, channel_id, kind, name, least, created_at, created_by)
                    VALUES (\(companies.harbor.id), \(UUID()), 'email', 'Admins', 'notice', now(), \(UUID()))
                    """)
            }
            let program = Program(test: companies.test)
            #expect(try await program.run("alert", "list", "--company", "harbor").output.contains("Nothing is wrong"))
            let wrong = try await program.run("alert", "check", "--company", "harbor")
            #expect(wrong.status == 1 && wrong.errors.contains("1 alert is open"), "\(wrong.errors)")
            #expect(wrong.output.contains("source.login\tVinePair\t1"))
            let alerts = try await program.run("alert", "list", "--company", "harbor", "--json").json([Line].self)
            #expect(alerts.map(\.metric) == ["source.login"] && alerts.map(\.state) == ["open"])
            #expect(try await program.run("alert", "channels", "--company", "harbor").output.contains("email\tAdmins"))

            let fine = try await program.run("alert", "check", "--company", "kestrel")
            #expect(fine.status == 0 && !fine.output.contains("VinePair"), "\(fine.errors)")
            #expect(try await program.run("alert", "list", "--company", "kestrel").output.contains("Nothing is wrong"))
            #expect(
                try await program.run("alert", "channels", "--company", "kestrel").output.contains("Nobody is told"))
            let foreign = try await program.run("alert", "test", "Admins", "--company", "kestrel")
            #expect(foreign.status == 1 && foreign.errors.contains("has no channel Admins"))
            for arguments in [["alert", "list", "--limit", "0"], ["alert", "check", "--company", "nobody"]] {
                #expect(try await program.start(arguments).ended().status != 0)
            }
        }
    }
}
