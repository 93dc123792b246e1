package import Foundation
import Postgres

/// Creates companies and their members. Needs no power over other companies: the new company's id is the scope.
package struct CompanyRegistry: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Creates a company.
    /// - Parameter actor: who does.
    /// - Throws: `CompanyProblem.slugTaken`, `.invalid`.
    package func create(_ company: Company, at moment: Date, by actor: AuditActor = .command) async throws {
        do {
            try await database.transaction(in: company.id) { transaction in
                try await transaction.execute(
                    """
                    INSERT INTO companies (company_id, slug, name, home_currency, time_zone, created_at)
                    VALUES (\(company.id), \(company.slug), \(company.name), \(company.homeCurrency),
                        \(company.timeZone), \(moment))
                    """)
                try await transaction.record(AuditEvent(.companyCreated, by: actor))
            }
        } catch let error as DatabaseError where error.state == .uniqueViolation {
            throw CompanyProblem.slugTaken(company.slug)
        } catch let error as DatabaseError where error.state == .checkViolation {
            throw CompanyProblem.invalid(error.constraint ?? "a value")
        }
    }

    /// Changes what a company is called, counts in and whose days it keeps.
    /// - Throws: `CompanyProblem.invalid`.
    package static func change(
        name: String, homeCurrency: String, timeZone: String, by actor: AuditActor, in transaction: CompanyTransaction
    ) async throws {
        do {
            try await transaction.execute(
                """
                UPDATE companies SET name = \(name), home_currency = \(homeCurrency), time_zone = \(timeZone)
                WHERE company_id = \(transaction.company)
                """)
        } catch let error as DatabaseError where error.state == .checkViolation {
            throw CompanyProblem.invalid(error.constraint ?? "a value")
        }
        try await transaction.record(
            AuditEvent(.companyChanged, by: actor, facts: ["currency": homeCurrency, "time_zone": timeZone]))
    }

    /// Makes a person a member of a company. A person known by this address keeps the password they have.
    /// - Parameters:
    ///   - passwordHash: an Argon2id string for a new person.
    ///   - actor: who does.
    /// - Returns: the person's id.
    @discardableResult
    package func addMember(
        to company: CompanyID, email: String, displayName: String, role: Role, passwordHash: String,
        identity: IdentityID, at moment: Date, by actor: AuditActor = .command
    ) async throws -> IdentityID {
        let person = try await database.auth.withConnection { connection in
            let rows = try await connection.fetch(
                Query<Single<IdentityID>>(
                    """
                    SELECT auth_register_identity(\(identity), \(email), \(displayName), \(passwordHash), \(moment))
                    """))
            return rows.first?.value
        }
        guard let person else { throw CompanyProblem.invalid("the address") }
        try await database.transaction(in: company) { transaction in
            try await transaction.execute(
                """
                INSERT INTO members (company_id, identity_id, role, created_at)
                VALUES (\(company), \(person), \(role.rawValue), \(moment))
                ON CONFLICT (company_id, identity_id) DO UPDATE SET role = excluded.role
                """)
            try await transaction.record(
                AuditEvent(.memberAdded, by: actor, on: AuditSubject("member", person), facts: ["role": role.rawValue]))
        }
        return person
    }

    /// Replaces a person's password and ends all their sessions.
    package func setPassword(of identity: IdentityID, hash: String) async throws {
        try await database.auth.withConnection { connection in
            _ = try await connection.execute("SELECT auth_set_password(\(identity), \(hash))")
        }
    }
}

/// What can go wrong in making a company, for a person to read.
package enum CompanyProblem: Error, Sendable, CustomStringConvertible, Equatable {
    case slugTaken(String)
    case invalid(String)
    case unknown(String)

    package var description: String {
        switch self {
        case .slugTaken(let slug): "There is already a company called \(slug)."
        case .invalid(let what): "The company cannot be made: \(what) is not valid."
        case .unknown(let slug): "There is no company called \(slug)."
        }
    }
}
