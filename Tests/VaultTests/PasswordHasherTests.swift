import Testing
import Vault

@Suite struct PasswordHasherTests {
    private static let cheap = HashingParameters(memoryKiB: 64, passes: 1, lanes: 1)
    private let hasher: PasswordHasher

    init() throws {
        hasher = PasswordHasher(parameters: try #require(Self.cheap))
    }

    /// Made with the reference command line tool of the Argon2 authors, release 20171227.
    @Test(arguments: [
        (
            "correct horse battery staple",
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$QKHrg5tayLGcN+Y0HVPNaBqykOVLUxlMkZycXE1uWRM"
        ),
        ("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$2mzTAI85jwP6+k/mHDeH3OgNt7E86G5W"),
        (
            "p\u{E4}ss\0word \u{1F511}",
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$uQ71YycWJQrlLyFNm/EGee1MhZP4ruLGFR+R5+plH6g"
        ),
    ])
    func hashes_of_the_reference_implementation_verify(text: String, encoded: String) throws {
        #expect(try hasher.verify(Password(text), against: encoded))
        #expect(try !hasher.verify(Password(text + "x"), against: encoded))
        #expect(try !hasher.verify(Password(String(text.dropLast())), against: encoded))
    }

    @Test func standard_hashes_carry_the_settled_costs() throws {
        let encoded = try PasswordHasher().hash(Password("twelve chars"))
        #expect(encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(encoded.utf8.count == 97)
    }

    @Test(arguments: [
        "a", "  leading and trailing  ", "nul\0inside", "\0", "emoji 🏴‍☠️", String(repeating: "x", count: 256),
    ])
    func a_password_verifies_exactly(text: String) throws {
        let encoded = try hasher.hash(Password(text))
        #expect(try hasher.verify(Password(text), against: encoded))
        #expect(try !hasher.verify(Password("other" + text.prefix(200)), against: encoded))
    }

    @Test func what_follows_a_nul_and_the_last_byte_of_256_count() throws {
        let nul = try hasher.hash(Password("same\0one"))
        #expect(try !hasher.verify(Password("same\0two"), against: nul))
        #expect(try !hasher.verify(Password("same"), against: nul))
        let long = String(repeating: "x", count: 255)
        let encoded = try hasher.hash(Password(long + "1"))
        #expect(try !hasher.verify(Password(long + "2"), against: encoded))
    }

    @Test func forms_of_unicode_are_told_apart() throws {
        let encoded = try hasher.hash(Password("caf\u{E9}"))
        #expect(try !hasher.verify(Password("cafe\u{301}"), against: encoded))
    }

    @Test func every_hash_has_its_own_salt() throws {
        let password = try Password("twelve chars")
        let hashes = try (0..<50).map { _ in try hasher.hash(password) }
        #expect(Set(hashes.map { $0.split(separator: "$")[3] }).count == 50)
    }

    @Test func an_unknown_account_is_never_let_in() throws {
        #expect(try !hasher.verify(Password("anything"), against: nil))
    }

    @Test(arguments: [
        "", "plain", "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA",
        "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA",
        "$argon2id$v=19$m=64,t=999999999,p=1$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA",
        "$argon2id$v=19$m=64,t=1,p=200$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA",
        "$argon2id$v=19$m=64,t=-1,p=1$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA",
        "$argon2id$v=19$m=64,t=1,p=1$c29$c29tZXNhbHRzb21lc2FsdA", "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA$more",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXN hbHQ$c29tZXNhbHRzb21lc2FsdA", "$2b$12$abcdefghijklmnopqrstuv",
    ])
    func a_hash_that_is_none_of_ours_is_an_error(encoded: String) throws {
        let password = try Password("x")
        #expect(throws: HashingError.malformedHash) { try hasher.verify(password, against: encoded) }
        #expect(hasher.needsRehash(encoded))
    }

    @Test func other_costs_or_lengths_ask_for_a_new_hash() throws {
        let encoded = try hasher.hash(Password("x"))
        #expect(!hasher.needsRehash(encoded))
        #expect(PasswordHasher().needsRehash(encoded))
        let costs = "$argon2id$v=19$m=19456,t=2,p=1"
        let reference = "\(costs)$c2FsdHNhbHRzYWx0c2FsdA$QKHrg5tayLGcN+Y0HVPNaBqykOVLUxlMkZycXE1uWRM"
        #expect(!PasswordHasher().needsRehash(reference))
        #expect(PasswordHasher().needsRehash("\(costs)$c29tZXNhbHQ$2mzTAI85jwP6+k/mHDeH3OgNt7E86G5W"))
    }

    @Test func costs_have_bounds() {
        #expect(HashingParameters(memoryKiB: 7, passes: 1, lanes: 1) == nil)
        #expect(HashingParameters(memoryKiB: 8, passes: 1, lanes: 2) == nil)
        #expect(HashingParameters(memoryKiB: 262_145, passes: 1, lanes: 1) == nil)
        #expect(HashingParameters(memoryKiB: 64, passes: 0, lanes: 1) == nil)
        #expect(HashingParameters(memoryKiB: 64, passes: 17, lanes: 1) == nil)
        #expect(HashingParameters(memoryKiB: 64, passes: 1, lanes: 0) == nil)
        #expect(HashingParameters(memoryKiB: 64, passes: 1, lanes: 5) == nil)
        #expect(HashingParameters(memoryKiB: 262_144, passes: 16, lanes: 4) != nil)
    }
}
