import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

/// What the database lets whom see and do of second factors.
@Suite struct SecondFactorWallTests {
    @Test func the_roles_that_serve_see_no_table_of_it() async throws {
        try await FactorFixture.with { fixture in
            _ = try await fixture.enrol()
            let test = fixture.companies.test
            for connection in [try await test.app(), try await test.auth(), try await test.worker()] {
                for table in ["second_factors", "recovery_codes", "half_sessions"] {
                    let error = await #expect(throws: DatabaseError.self, "\(table)") {
                        _ = try await connection.fetch(Query<Ignored>(SQL(unsafe: "SELECT * FROM \(table)")))
                    }
                    #expect(error?.state == .insufficientPrivilege)
                }
                await connection.close()
            }
        }
    }

    /// The runtime role calls none of its functions, the auth role none of the inner ones.
    @Test func functions_are_for_the_roles_they_are_for() async throws {
        try await FactorFixture.with { fixture in
            let rows = try await fixture.companies.test.owner().fetch(
                Query<Single<String>>(
                    """
                    SELECT role || ' ' || p.proname FROM pg_proc p, unnest(ARRAY['tidemark_app', 'tidemark_auth', 'tidemark_worker',
                        'tidemark_review']) AS role
                    WHERE p.pronamespace = 'public'::regnamespace AND has_function_privilege(role, p.oid, 'EXECUTE')
                        AND (p.proname IN ('remove_second_factor', 'spend_code', 'open_session', 'end_elsewhere', 'confirmed_person',
                            'has_second_factor', 'count_code', 'uncount_code', 'code_lane_of')
                            OR role <> 'tidemark_auth' AND p.proname LIKE 'auth\\_%')
                    """))
            #expect(rows.map(\.value) == [])
        }
    }

    @Test func s_032_the_database_opens_no_session_for_the_password_alone() async throws {
        try await FactorFixture.with { fixture in
            _ = try await fixture.enrol()
            let token = SecretToken()
            let auth = try await fixture.companies.test.auth()
            // Whatever the application says about the browser.
            for isKnown in [true, false] {
                let isWhole = try await auth.fetch(
                    Query<Single<Bool>>(
                        """
                        SELECT auth_complete_sign_in(\(fixture.ada), \(Blob((isKnown ? token : SecretToken()).hash.bytes)),
                            'ada@example.com', \(Blob(SecretToken().hash.bytes)), \(isKnown), \(nil as String?), 'Test')
                        """))
                #expect(isWhole.first?.value == false)
            }
            #expect(try await fixture.signIn.session(of: token) == nil)
            // Nor does it confirm one.
            let (session, next) = (try await fixture.session("bob"), SecretToken())
            try await fixture.run("UPDATE sessions SET identity_id = '\(fixture.ada)'")
            let isConfirmed = try await auth.fetch(
                Query<Single<Bool>>(
                    """
                    SELECT auth_confirm_session(\(Blob(session.hash.bytes)), \(Blob(next.hash.bytes)), 'ada@example.com',
                        \(nil as Blob?), false, \(nil as String?), \(nil as Int?), \(nil as Blob?))
                    """))
            #expect(isConfirmed.first?.value == false)
            await auth.close()
        }
    }

    @Test func seeds_and_codes_do_not_lie_in_the_database() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, codes) = try await fixture.enrol()
            let rows = try await fixture.companies.test.owner().fetch(
                Query<Single<String>>(
                    """
                    SELECT f::text FROM second_factors f UNION ALL SELECT r::text FROM recovery_codes r
                    UNION ALL SELECT h::text FROM half_sessions h
                    """)
            ).map(\.value).joined().lowercased()
            let bytes = seed.secret.withBytes { Array($0) }.map { String(format: "%02x", $0) }.joined()
            #expect(rows.contains("\\\\x") && !rows.contains(bytes))
            #expect(!rows.contains(seed.text().reveal().lowercased()))
            for code in codes { #expect(!rows.contains(code.text.prefix(5))) }
        }
    }

    @Test func a_seed_opens_for_its_person_alone() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, _) = try await fixture.enrol()
            let (_, _, codes) = try await fixture.enrol("bob")
            // Somebody who can write to the database puts the seed they know into another person's row.
            try await fixture.run(
                """
                UPDATE second_factors f SET company_key_id = o.company_key_id, data_key_id = o.data_key_id,
                    sealed_data_key = o.sealed_data_key, ciphertext = o.ciphertext
                FROM second_factors o WHERE f.identity_id = '\(fixture.bob)' AND o.identity_id = '\(fixture.ada)'
                """)
            let half = try await fixture.half("bob")
            await #expect(throws: VaultProblem.cannotOpen) {
                _ = try await fixture.complete(half, try fixture.code(seed))
            }
            let outcome = try await fixture.complete(half, .recovery(codes[0]))
            guard case .opened = outcome else {
                Issue.record("the recovery code was not taken")
                return
            }
        }
    }

    @Test func without_the_keys_nothing_is_set_up_and_no_new_key_is_made() async throws {
        try await FactorFixture.with { fixture in
            _ = try await fixture.enrol()
            let session = try await fixture.session("bob")
            let elsewhere = SecondFactor(
                database: fixture.companies.database, signIn: fixture.signIn, vault: try TestKeys().vault(),
                now: { fixture.clock.now })
            await #expect(throws: VaultProblem.keysMissing) {
                _ = try await elsewhere.start(session, of: fixture.bob)
            }
        }
    }

    @Test func a_company_demands_it_of_its_own_members_alone() async throws {
        try await FactorFixture.with { fixture in
            let (adas, bobs) = (try await fixture.session(), try await fixture.session("bob"))
            let (harbor, kestrel) = (fixture.companies.harbor.id, fixture.companies.kestrel.id)
            _ = try await fixture.companies.database.transaction(in: harbor) {
                try await $0.requireSecondFactor(true, by: .command)
            }
            #expect(try await fixture.signIn.session(of: adas)?.lacksSecondFactor == true)
            #expect(try await fixture.signIn.session(of: bobs)?.lacksSecondFactor == false)
            let theirs = try await fixture.companies.database.transaction(in: kestrel) {
                try await $0.requiresSecondFactor()
            }
            #expect(!theirs)
            // Another company's setting is out of reach.
            let changed = try await fixture.companies.database.transaction(in: kestrel) { transaction in
                try await transaction.execute(
                    "UPDATE companies SET requires_second_factor = false WHERE company_id = \(harbor)")
            }
            #expect(changed == 0)
            let (session, _, _) = try await fixture.enrol()
            #expect(try await fixture.signIn.session(of: session)?.lacksSecondFactor == false)
            let counts = try await fixture.factor.counts(session)
            #expect(counts.members == 1 && counts.secured == 1)
        }
    }
}
