#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a file looked like at one moment, to notice that somebody writes to it.
struct FileStamp: Hashable {
    let size: Int64
    let seconds: Int64
    let nanoseconds: Int64
    let isRegular: Bool
    let isDirectory: Bool

    /// `nil` when the descriptor is not open.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        #if canImport(Glibc)
            seconds = Int64(status.st_mtim.tv_sec)
            nanoseconds = Int64(status.st_mtim.tv_nsec)
        #else
            seconds = Int64(status.st_mtimespec.tv_sec)
            nanoseconds = Int64(status.st_mtimespec.tv_nsec)
        #endif
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
    }
}
