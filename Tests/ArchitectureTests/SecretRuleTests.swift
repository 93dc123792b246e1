import Testing

@Suite struct SecretRuleTests {
    private func source(_ text: String, _ path: String) -> [SourceFile] { [SourceFile(path: path, text: text)] }

    @Test func the_product_wipes_what_it_opens() throws {
        expectNone(SecretRules.wiping(try Checkout.current.get().files))
    }

    @Test func a_vault_that_does_not_wipe_is_found() {
        let text = "let vault = SecretVault(keys: keys, leavingPlaintextForATestToFind: isFast)"
        #expect(SecretRules.wiping(source(text, "Sources/Web/CLI/A.swift")).count == 1)
        #expect(SecretRules.wiping(source(text, "Tests/MemoryProbe/A.swift")) == [])
    }

    @Test func pages_cannot_open_stored_logins() throws {
        expectNone(SecretRules.door(try Checkout.current.get().files))
    }

    @Test func a_page_that_could_is_found() {
        let text = "let uses: CredentialUseQueries"
        #expect(SecretRules.door(source(text, "Sources/Web/Server/Connections/A.swift")).count == 1)
        #expect(SecretRules.door(source(text, "Sources/Web/CLI/Work/A.swift")) == [])
    }

    @Test func every_security_check_has_its_test() throws {
        let files = try Checkout.current.get().files
        #expect(files.contains { $0.path == SecretRules.checkList })
        expectNone(SecretRules.checks(files))
    }

    @Test func a_check_without_its_test_is_found() {
        let tests = SourceFile(path: "Tests/A/ATests.swift", text: "@Suite struct ATests { @Test func a_b() {} }")
        func findings(_ list: String) -> Int {
            SecretRules.checks([SourceFile(path: SecretRules.checkList, text: list), tests]).count
        }
        #expect(findings("# words\nS-001 ATests/a_b\nS-002 - not needed\n") == 0)
        #expect(findings("S-001 ATests/a_c\n") == 1)
        #expect(findings("S-001 BTests/a_b\n") == 1)
        #expect(findings("S-001 ATests/a_b\nS-001 ATests/a_b\n") == 1)
        #expect(findings("nonsense\n") == 1)
    }
}
