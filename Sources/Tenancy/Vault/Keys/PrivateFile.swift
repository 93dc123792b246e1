import Glibc

/// Files and folders that only their owner may read, written so that a crash leaves the old one or the new one, never
/// half. They never were anything else: who may read them is said as they are made.
package enum PrivateFile {
    private static let mostBytes = 16_384

    /// Reads a small file into a buffer that is wiped.
    /// - Throws: `VaultProblem.openToOthers` when the group or everybody may read or write it.
    static func read(_ path: String) throws(VaultProblem) -> SecretBytes {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (0...mostBytes).contains(Int(status.st_size))
        else { throw .unreadable(path, EINVAL) }
        try check(status, path)
        var filled = 0
        let size = Int(status.st_size)
        let bytes = SecretBytes(count: size) { target in
            while filled < size {
                let count = Glibc.read(descriptor, target.baseAddress.map { $0 + filled }, size - filled)
                guard count > 0 else { return }
                filled += count
            }
        }
        guard filled == size else {
            bytes.wipe()
            throw .unreadable(path, EIO)
        }
        return bytes
    }

    /// Makes a folder for its owner alone, unless it is there.
    static func makeFolder(_ path: String) throws(VaultProblem) {
        if mkdir(path, 0o700) == 0 {
            try synchronizeFolder(parent(of: path))
        } else if errno != EEXIST {
            throw .unwritable(path, errno)
        }
    }

    /// Makes a folder and those around it, each for its owner alone, unless they are there.
    package static func makeFolders(_ path: String) throws(VaultProblem) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw .unwritable(path, errno) }
        try makeFolders(parent(of: path))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .unwritable(path, errno) }
    }

    /// Makes an empty file for its owner alone, unless it is there. For what others write piece by piece.
    package static func makeFile(_ path: String) throws(VaultProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path, errno) }
        close(descriptor)
    }

    /// - Throws: `VaultProblem.openToOthers` when somebody else may look into the folder.
    static func checkFolder(_ path: String) throws(VaultProblem) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .unreadable(path, ENOTDIR) }
        try check(status, path)
    }

    /// Writes a whole file durably: into a new one beside it, to the disk, then under its name.
    /// - Parameter replaces: whether one that is there gives way.
    /// - Returns: false when there is one and it may not be replaced.
    @discardableResult
    package static func write(
        _ bytes: [UInt8], to path: String, replaces: Bool
    ) throws(VaultProblem) -> Bool {
        let temporary = path + temporaryMark + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .unwritable(temporary, errno) }
        var problem: Int32 = 0
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0 {
                problem = errno
                break
            }
            written += count
        }
        if problem == 0, fsync(descriptor) != 0 { problem = errno }
        close(descriptor)
        if problem == 0 {
            // Linking fails when the name is taken, renaming replaces; both happen at once or not at all.
            let isNamed = replaces ? rename(temporary, path) == 0 : link(temporary, path) == 0
            if !isNamed { problem = errno }
        }
        if problem != 0 || !replaces { unlink(temporary) }
        if problem == EEXIST, !replaces { return false }
        guard problem == 0 else { throw .unwritable(path, problem) }
        try synchronizeFolder(parent(of: path))
        return true
    }

    /// Moves a file durably. It has both names for a moment, and after a crash perhaps for longer; moving it again ends
    /// that.
    /// - Throws: `VaultProblem.unwritable` when another file has the new name already; nothing is overwritten.
    static func move(_ path: String, to target: String) throws(VaultProblem) {
        if link(path, target) != 0 {
            let problem = errno
            var (one, other) = (stat(), stat())
            guard problem == EEXIST, stat(path, &one) == 0, stat(target, &other) == 0, one.st_dev == other.st_dev,
                one.st_ino == other.st_ino
            else { throw .unwritable(target, problem) }
        }
        try synchronizeFolder(parent(of: target))
        try remove(path)
    }

    /// Removes a file durably; one that is not there is fine.
    static func remove(_ path: String) throws(VaultProblem) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .unwritable(path, errno) }
        try synchronizeFolder(parent(of: path))
    }

    /// Stands in the names of files that are being written.
    static let temporaryMark = ".new-"

    private static func check(_ status: stat, _ path: String) throws(VaultProblem) {
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .openToOthers(path)
        }
    }

    private static func synchronizeFolder(_ path: String) throws(VaultProblem) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unwritable(path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unwritable(path, errno) }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
