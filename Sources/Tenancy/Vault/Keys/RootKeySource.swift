import Foundation

/// Where a root key comes from.
package enum RootKeySource: Sendable {
    /// A file that only its owner can read.
    case file(String)
    /// What a command writes to standard output, so that any key management service can supply the key.
    /// - Parameter environment: the variables of the command, without secrets of ours.
    case command(String, environment: [String: String])
    /// A text that was handed over, such as an environment variable.
    case text(SecretBytes, name: String)

    /// Reads the key.
    package func read() throws(VaultProblem) -> RootKey {
        switch self {
        case .file(let path):
            let text = try PrivateFile.read(path)
            defer { text.wipe() }
            return try RootKey(text: text, from: path)
        case .command(let line, let environment):
            let text = try KeyCommand(line: line, environment: environment).run()
            defer { text.wipe() }
            return try RootKey(text: text, from: "the output of the key command")
        case .text(let text, let name):
            return try RootKey(text: text, from: name)
        }
    }
}
