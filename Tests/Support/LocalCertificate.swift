import Foundation
import NIOSSL

/// A certificate for this machine's own name, made anew by each process of tests.
struct LocalCertificate: Sendable {
    let path: String
    let context: NIOSSLContext

    static let shared = make()

    private static func make() -> LocalCertificate {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tidemark-tls-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder.appending(path: "key.pem")) }
            let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "own.pem").path)
            let maker = Process()
            maker.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
            maker.arguments = [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key,
                "-out", certificate,
            ]
            maker.standardError = FileHandle.nullDevice
            try maker.run()
            maker.waitUntilExit()
            let context = try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
                    privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))))
            return LocalCertificate(path: certificate, context: context)
        } catch {
            preconditionFailure("no certificate for the tests' mail server: \(error)")
        }
    }
}
