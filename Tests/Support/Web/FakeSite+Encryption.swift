import NIOCore
import NIOSSL
package import SimulationSupport

extension FakeSite {
    /// Runs a server that is spoken to with TLS, if wanted, while `body` does.
    /// - Parameter flaw: what is wrong with its certificate.
    package static func with<Result: Sendable>(
        isEncrypted: Bool, flaw: LocalCertificate.Flaw = .none, _ plan: @escaping Plan,
        _ body: (FakeSite) async throws -> Result
    ) async throws -> Result {
        guard isEncrypted else { return try await with(plan, body) }
        return try await prepared(
            { channel in
                let handler = NIOSSLServerHandler(context: LocalCertificate.of(flaw).context)
                try channel.pipeline.syncOperations.addHandler(handler)
            }, plan, body)
    }

    /// The certificate it shows, as a file to trust.
    package static func certificatePath(_ flaw: LocalCertificate.Flaw = .none) -> String {
        LocalCertificate.of(flaw).path
    }
}
