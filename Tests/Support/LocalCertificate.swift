import Foundation
import NIOSSL

/// A certificate for this machine's own name, made anew by each process of tests.
package struct LocalCertificate: Sendable {
    /// What is wrong with it, or with how it is used.
    package enum Flaw: String, Sendable, CaseIterable {
        case none
        /// Its time is over.
        case expired
        /// It is for another name.
        case otherName
        /// It is right, and spoken with by TLS 1.0 alone.
        case oldProtocol
    }

    let path: String
    let context: NIOSSLContext
    /// The same for a server that speaks HTTP/2 and nothing else.
    let streams: NIOSSLContext

    static let shared = of(.none)

    private static let made: [Flaw: LocalCertificate] = Dictionary(
        uniqueKeysWithValues: Flaw.allCases.map { ($0, make($0)) })

    static func of(_ flaw: Flaw) -> LocalCertificate {
        guard let certificate = made[flaw] else { preconditionFailure("no certificate with \(flaw)") }
        return certificate
    }

    private static func make(_ flaw: Flaw) -> LocalCertificate {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tidemark-tls-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            func file(_ name: String) -> String { folder.appending(path: name).path }
            let (key, request, certificate) = (file("key.pem"), file("request.pem"), file("own.pem"))
            defer { for name in [key, request] { try? FileManager.default.removeItem(atPath: name) } }
            let names = flaw == .otherName ? "DNS:other.example" : "DNS:localhost,IP:127.0.0.1"
            try Data("subjectAltName=\(names)\n".utf8).write(to: URL(fileURLWithPath: file("names.cnf")))
            try openssl([
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                "/CN=localhost", "-keyout", key, "-out", request,
            ])
            try openssl([
                "x509", "-req", "-in", request, "-signkey", key, "-days", flaw == .expired ? "-1" : "2", "-extfile",
                file("names.cnf"), "-out", certificate,
            ])
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
            if flaw == .oldProtocol {
                configuration.minimumTLSVersion = .tlsv1
                configuration.maximumTLSVersion = .tlsv1
            }
            let context = try NIOSSLContext(configuration: configuration)
            configuration.applicationProtocols = ["h2"]
            return LocalCertificate(
                path: certificate, context: context, streams: try NIOSSLContext(configuration: configuration))
        } catch {
            preconditionFailure("no certificate for the tests' servers: \(error)")
        }
    }

    private static func openssl(_ arguments: [String]) throws {
        let maker = Process()
        maker.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        maker.arguments = arguments
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
    }
}
