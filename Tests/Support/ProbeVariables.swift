import Foundation

/// What a test tells the process that looks through its own memory.
package struct ProbeVariables: Sendable {
    package let rootKey: String
    package let maskedSecret: [UInt8]

    package static func read() -> ProbeVariables {
        let variables = ProcessInfo.processInfo.environment
        let masked = (variables["TIDEMARK_TEST_MASKED"] ?? "").split(separator: ",").compactMap { UInt8($0) }
        return ProbeVariables(rootKey: variables["TIDEMARK_TEST_ROOT_KEY"] ?? "", maskedSecret: masked)
    }

    /// This process's environment with what `read` reads.
    package static func environment(rootKey: String, maskedSecret: [UInt8]) -> [String: String] {
        ProcessInfo.processInfo.environment.merging([
            "TIDEMARK_TEST_ROOT_KEY": rootKey,
            "TIDEMARK_TEST_MASKED": maskedSecret.map(String.init).joined(separator: ","),
        ]) { _, ours in ours }
    }
}
