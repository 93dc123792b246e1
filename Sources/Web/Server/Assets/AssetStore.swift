import Compression
import Foundation
import Pages
import Routes
import Vault

/// The files of `Public/`, read once, served from memory under names that contain a hash of their content, so that a
/// browser may keep them for ever.
struct AssetStore: Sendable {
    struct Asset: Sendable {
        let type: String
        let bytes: [UInt8]
        let compressed: [UInt8]?
    }

    private let assets: [String: Asset]
    let links: AssetLinks

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "ico": "image/x-icon", "woff2": "font/woff2",
    ]

    /// - Throws: `ServerProblem` naming the file that is missing.
    init(folder: String) throws {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ServerProblem("There is no folder \(folder); name the program's folder in TIDEMARK_ROOT.")
        }
        var assets: [String: Asset] = [:]
        var served: [String: String] = [:]
        for name in names.sorted() {
            guard let dot = name.lastIndex(of: "."), let type = Self.types[String(name[name.index(after: dot)...])],
                let data = FileManager.default.contents(atPath: folder + "/" + name)
            else { continue }
            let bytes = Array(data)
            let hash = sha256(bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let servedName = "\(name[..<dot]).\(hash)\(name[dot...])"
            let compressed = Gzip.compress(bytes, level: 9)
            assets[servedName] = Asset(
                type: type, bytes: bytes,
                compressed: compressed.flatMap { $0.count < bytes.count ? $0 : nil })
            served[name] = servedName
        }
        self.assets = assets
        func link(_ name: String) throws -> Link {
            guard let servedName = served[name] else { throw ServerProblem("\(name) is missing in \(folder).") }
            return AssetRoute.asset(servedName).link
        }
        links = AssetLinks(css: try link("tidemark.css"), js: try link("tidemark.js"), icon: try link("icon.svg"))
    }

    subscript(name: String) -> Asset? { assets[name] }
}
