import Foundation

/// Where keys come from, and how strict to be about it.
package struct VaultSettings: Sendable {
    package var isProduction: Bool
    /// Where the root key comes from; nil for the development key.
    package var rootKey: RootKeySource?
    /// The root key that company keys may still, or already, be sealed under while it is being changed.
    package var otherRootKey: RootKeySource?
    /// The folder of company keys; nil for one beside the development key.
    package var directory: String?
    /// Where development keeps its own keys.
    package var developmentFolder: String

    package init(
        isProduction: Bool, rootKey: RootKeySource?, otherRootKey: RootKeySource? = nil, directory: String?,
        developmentFolder: String
    ) {
        self.isProduction = isProduction
        self.rootKey = rootKey
        self.otherRootKey = otherRootKey
        self.directory = directory
        self.developmentFolder = developmentFolder
    }

    /// Reads the keys. From here on the process writes no core dumps.
    ///
    /// Development makes itself a root key and a folder. Production makes nothing: a folder that is not there may be a
    /// disk that is not mounted, and new keys in its place would be lost.
    /// - Throws: `VaultProblem` saying what to do.
    package func open() throws(VaultProblem) -> CompanyKeyRing {
        ProcessMemory.close()
        let current = try root()
        var others: [RootKey] = []
        if let otherRootKey { others.append(try permitted(try otherRootKey.read())) }
        let directory = CompanyKeyDirectory(path: try folder())
        try directory.check()
        return CompanyKeyRing(roots: RootKeys(current: current, others: others), directory: directory)
    }

    private func root() throws(VaultProblem) -> RootKey {
        if let rootKey { return try permitted(try rootKey.read()) }
        guard !isProduction else { throw .missingRootKey }
        let path = developmentFolder + "/development-root.key"
        try makeDevelopmentFolder()
        if !FileManager.default.fileExists(atPath: path) {
            // Whoever comes second uses the key of the first.
            try PrivateFile.write(
                RootKey.developmentText().withBytes { Array($0) }, to: path, replaces: false)
        }
        return try RootKeySource.file(path).read()
    }

    private func folder() throws(VaultProblem) -> String {
        guard let directory else {
            guard !isProduction else { throw .missingDirectory(nil) }
            try makeDevelopmentFolder()
            let path = developmentFolder + "/company-keys"
            try PrivateFile.makeFolder(path)
            return path
        }
        if !FileManager.default.fileExists(atPath: directory) {
            guard !isProduction else { throw .missingDirectory(directory) }
            try PrivateFile.makeFolder(directory)
        }
        return directory
    }

    private func permitted(_ key: RootKey) throws(VaultProblem) -> RootKey {
        if isProduction, key.isDevelopment { throw .developmentKeyInProduction("the settings") }
        return key
    }

    private func makeDevelopmentFolder() throws(VaultProblem) {
        let parent = (developmentFolder as NSString).deletingLastPathComponent
        if !FileManager.default.fileExists(atPath: parent) {
            // `.tidemark`, which the database's files share.
            do {
                try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            } catch {
                throw .unwritable(parent, 0)
            }
        }
        try PrivateFile.makeFolder(developmentFolder)
    }
}
