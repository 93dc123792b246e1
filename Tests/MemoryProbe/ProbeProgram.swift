import Foundation
import Glibc

/// Uses the stored secret of a connection as a worker does, then looks for it in its own memory.
///
/// Arguments: the database, company, connection and key folder, `wiping` or `leaving`. Environment: the root key, and
/// the secret XOR 0x5A, so that the secret itself is nowhere in this process before it is opened. It prints how many
/// places of its memory hold the secret while it is used, and the most there were after a use.
@main
enum ProbeProgram {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let company = UUID(uuidString: arguments[2]),
            let connection = UUID(uuidString: arguments[3])
        else { exit(2) }
        let use = ProbedUse(
            database: arguments[1], company: company, connection: connection, keys: arguments[4],
            isWiping: arguments[5] != "leaving")
        let (during, after) = try await use.run()
        print("\(during) \(after)")
    }
}
