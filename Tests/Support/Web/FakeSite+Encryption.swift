import NIOCore
import NIOSSL
package import SimulationSupport

extension FakeSite {
    /// Runs a server that is spoken to with TLS, if wanted, while `body` does.
    /// - Parameters:
    ///   - flaw: what is wrong with its certificate.
    ///   - bytes: after so many sent ones, those of the encryption included, each connection is cut off; nil for never.
    package static func with<Result: Sendable>(
        isEncrypted: Bool, flaw: LocalCertificate.Flaw = .none, cutAfter bytes: Int? = nil, _ plan: @escaping Plan,
        _ body: (FakeSite) async throws -> Result
    ) async throws -> Result {
        try await prepared(
            cutAfter: bytes,
            { channel in
                guard isEncrypted else { return }
                let handler = NIOSSLServerHandler(context: LocalCertificate.of(flaw).context)
                try channel.pipeline.syncOperations.addHandler(handler)
            }, plan, body)
    }

    /// The certificate it shows, as a file to trust.
    package static func certificatePath(_ flaw: LocalCertificate.Flaw = .none) -> String {
        LocalCertificate.of(flaw).path
    }
}
