package import Foundation

/// The company keys a process can use: the folder they lie in and the root keys that open them.
///
/// Nothing is kept in memory but the root keys: a company key is read and opened for each use (0.2 ms, unoptimised), so
/// that what a rotation or a shredding does holds at once in every process.
package struct CompanyKeyRing: Sendable {
    package let roots: RootKeys
    package let directory: CompanyKeyDirectory

    package init(roots: RootKeys, directory: CompanyKeyDirectory) {
        self.roots = roots
        self.directory = directory
    }

    /// Whether a company has a key in use.
    package func hasKey(of company: UUID) throws(VaultProblem) -> Bool {
        try !directory.keys(of: company).isEmpty
    }

    /// The key that seals what a company writes now. Made when there is none yet.
    package func current(of company: UUID) throws(VaultProblem) -> CompanyKey {
        if let newest = try directory.keys(of: company).last { return try open(newest) }
        return try open(try make(for: company, rotation: nil))
    }

    /// A key in use by its id, still sealed. Taking it out of its file first and opening it later is what lets a reader
    /// go on while a rotation retires the key.
    package func wrapped(_ id: CompanyKeyID, of company: UUID) throws(VaultProblem) -> WrappedCompanyKey {
        guard let key = try directory.keys(of: company).first(where: { $0.keyID == id }) else {
            throw .unknownCompanyKey(id)
        }
        return key
    }

    /// Opens a key.
    package func open(_ key: WrappedCompanyKey) throws(VaultProblem) -> CompanyKey {
        try key.open(with: try roots.key(key.rootKeyID))
    }

    /// The key that a rotation made for a company, made now unless it is there.
    package func renewed(of company: UUID, by rotation: UUID) throws(VaultProblem) -> WrappedCompanyKey {
        if let newest = try directory.keys(of: company).last, newest.rotation == rotation { return newest }
        return try make(for: company, rotation: rotation)
    }

    /// Seals every company key that is under another root key under the current one. Stopped anywhere and run again it
    /// goes on where it was.
    /// - Parameter progress: told keys done and keys there are; may throw to stop.
    /// - Returns: how many were sealed anew.
    package func rewrapUnderCurrentRoot(progress: (Int, Int) throws -> Void) throws -> Int {
        try directory.sweep()
        var keys: [(key: WrappedCompanyKey, isRetired: Bool)] = []
        for company in try directory.companies() {
            keys += try directory.keys(of: company).map { ($0, false) }
            keys += try directory.retiredKeys(of: company).map { ($0, true) }
        }
        var count = 0
        for (index, (key, isRetired)) in keys.enumerated() {
            try progress(index, keys.count)
            guard key.rootKeyID != roots.current.id else { continue }
            let rewrapped = try key.rewrapped(from: try roots.key(key.rootKeyID), to: roots.current)
            try directory.replace(rewrapped, isRetired: isRetired)
            count += 1
        }
        try progress(keys.count, keys.count)
        return count
    }

    /// Two processes may try at once; the one that comes second uses what the first made. No number is given twice.
    private func make(for company: UUID, rotation: UUID?) throws(VaultProblem) -> WrappedCompanyKey {
        let numbers = try (directory.keys(of: company) + directory.retiredKeys(of: company)).map(\.number)
        let key = WrappedCompanyKey(
            company: company, number: (numbers.max() ?? 0) + 1, rotation: rotation, madeAt: Date(), under: roots.current
        )
        if try directory.add(key) { return key }
        guard let other = try directory.keys(of: company).last else { throw .damagedKeyFile(directory.path) }
        return other
    }
}
