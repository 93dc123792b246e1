import Glibc

/// A file that is sent, read piece by piece, so that no more of it is in memory than is under way.
final class SentFile: TransferSource {
    let count: Int
    private let descriptor: Int32

    init(path: String) throws(ObjectFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .file(EINVAL)
        }
        self.descriptor = descriptor
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func copy(from offset: Int, into target: UnsafeMutableRawBufferPointer) -> Int? {
        while true {
            let copied = pread(descriptor, target.baseAddress, target.count, offset)
            // A signal came between.
            if copied < 0, errno == EINTR { continue }
            return copied > 0 ? copied : nil
        }
    }
}
