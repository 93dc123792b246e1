import Glibc

/// What can go wrong with keys, secrets and files of one owner, for a person to read. Never says anything about a key or a secret but ids.
package enum VaultProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// Production without a root key.
    case missingRootKey
    /// Production without a folder for company keys, or with one that is not there.
    case missingDirectory(String?)
    case developmentKeyInProduction(String)
    /// More than one place was named for one root key.
    case severalSources([String])
    /// The text is no key: wrong length, other characters, or not random.
    case noKey(String)
    /// Others than the owner may read it or write it.
    case openToOthers(String)
    case unreadable(String, Int32)
    case unwritable(String, Int32)
    case keyCommandFailed(status: Int)
    case keyCommandTooSlow
    /// A company key is sealed under a root key this process does not have.
    case unknownRootKey(RootKeyID)
    /// The company key is not in the folder, or is no longer in use.
    case unknownCompanyKey(CompanyKeyID)
    /// A company has stored secrets, and not one key: the folder may be the wrong one.
    case keysMissing
    /// A file in the folder of company keys is not what it says.
    case damagedKeyFile(String)
    case tooLong(bytes: Int)
    /// The ciphertext, its key or its place is not the right one. Deliberately not said which.
    case cannotOpen
    /// Another rotation is under way.
    case rotationIsRunning

    package var description: String {
        switch self {
        case .missingRootKey:
            "In production a root key is needed: name it in TIDEMARK_VAULT_ROOT_KEY_FILE, "
                + "TIDEMARK_VAULT_ROOT_KEY_COMMAND or TIDEMARK_VAULT_ROOT_KEY (see docs/operations.md, Keys)."
        case .missingDirectory(nil):
            "In production TIDEMARK_VAULT_DIRECTORY must name the folder of company keys."
        case .missingDirectory(let path?):
            "The folder of company keys \(path) is not there. If it should be, mount it; to begin with a new one, "
                + "make it with mkdir -m 700."
        case .developmentKeyInProduction(let origin):
            "The root key from \(origin) is a development key; production needs one of its own (openssl rand -hex 32)."
        case .severalSources(let names):
            "\(names.joined(separator: " and ")) are set, but a root key comes from one place."
        case .noKey(let origin):
            "The root key from \(origin) is not 64 random hexadecimal digits; openssl rand -hex 32 makes them."
        case .openToOthers(let path):
            "\(path) can be read or written by others than the user this runs as; chmod go= and chown it."
        case .unreadable(let path, let code): "\(path) cannot be read: \(Self.reason(code))."
        case .unwritable(let path, let code): "\(path) cannot be written: \(Self.reason(code))."
        case .keyCommandFailed(let status):
            "The command of the root key failed with status \(status); what it says is on standard error."
        case .keyCommandTooSlow: "The command of the root key did not end within its time."
        case .unknownRootKey(let id):
            "A company key is sealed under the root key \(id), which this process does not have. While the root key "
                + "is being changed, name the other one in TIDEMARK_VAULT_OTHER_ROOT_KEY_FILE or its like (see "
                + "docs/operations.md, Keys)."
        case .unknownCompanyKey(let id):
            "The company key \(id) is not in the folder of company keys or no longer in use (see docs/security.md)."
        case .keysMissing:
            "This company has stored logins, but no key in the folder of company keys. Nothing was stored: put the folder "
                + "back, or, if the keys are lost, revoke the connections and make them anew."
        case .damagedKeyFile(let path): "\(path) is damaged or belongs elsewhere; put back its backup."
        case .tooLong(let bytes): "A secret may have at most \(SealedSecret.mostBytes) bytes, not \(bytes)."
        case .cannotOpen: "The stored secret cannot be opened."
        case .rotationIsRunning: "Another rotation is running; wait for it, or stop it and run this again."
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
