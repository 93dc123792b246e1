package import Compression

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of a file, unpacked if its first two bytes are those of gzip, whatever its name.
package final class ByteSource {
    private static let pieceSize = 128 * 1024

    private let path: String
    private let descriptor: Int32
    private let stamp: FileStamp
    private let inflater: Inflater?
    private var piece = [UInt8](repeating: 0, count: ByteSource.pieceSize)
    private var pieceStart = 0
    private var pieceEnd = 0
    private var hasGivenBytes = false

    /// Bytes read from disk so far.
    package private(set) var bytesRead: Int64 = 0
    /// The file's size when it was opened.
    package var totalBytes: Int64 { stamp.size }
    package var isCompressed: Bool { inflater != nil }

    /// - Throws: `notFound`, `unreadable`, `notAFile` or `empty`.
    package init(path: String, limits: InflateLimits = InflateLimits()) throws(PriceBookProblem) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.openProblem(path, code: errno) }
        do throws(PriceBookProblem) {
            guard let stamp = FileStamp(descriptor: descriptor) else {
                throw PriceBookProblem(.unreadable, "The file \(path) cannot be examined.")
            }
            if stamp.isDirectory { throw PriceBookProblem(.notAFile, "\(path) is a directory, not a file.") }
            guard stamp.isRegular else { throw PriceBookProblem(.notAFile, "\(path) is not an ordinary file.") }
            guard stamp.size > 0 else { throw PriceBookProblem(.empty, "The file \(path) is empty.") }
            self.stamp = stamp
            var magic: [UInt8] = [0, 0]
            let count = pread(descriptor, &magic, 2, 0)
            guard count >= 0 else { throw PriceBookProblem(.unreadable, "The file \(path) cannot be read.") }
            inflater = count == 2 && magic == [0x1F, 0x8B] ? try Self.makeInflater(limits) : nil
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Reads into the front of `room`. 0 means the end has been reached.
    package func read(into room: UnsafeMutableRawBufferPointer) throws(PriceBookProblem) -> Int {
        guard room.count > 0 else { return 0 }
        guard let inflater else {
            let count = try readFile(into: room)
            if count == 0 { try checkUnchanged() }
            return count
        }
        let count = try readUnpacked(inflater, into: room)
        if count > 0 { hasGivenBytes = true }
        if count == 0 {
            try checkUnchanged()
            if !hasGivenBytes { throw PriceBookProblem(.empty, "The file \(path) is empty once unpacked.") }
        }
        return count
    }

    private func readUnpacked(
        _ inflater: Inflater, into room: UnsafeMutableRawBufferPointer
    ) throws(PriceBookProblem) -> Int {
        while true {
            let step: (consumed: Int, produced: Int)
            do throws(InflateProblem) {
                step = try piece.withUnsafeBufferPointer { bytes throws(InflateProblem) in
                    try inflater.inflate(
                        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[pieceStart..<pieceEnd])), into: room)
                }
            } catch { throw problem(error) }
            pieceStart += step.consumed
            if step.produced > 0 { return step.produced }
            if pieceStart < pieceEnd { continue }
            let count = try refill()
            if count == 0 {
                do throws(InflateProblem) { try inflater.finish() } catch { throw problem(error) }
                return 0
            }
        }
    }

    private func refill() throws(PriceBookProblem) -> Int {
        pieceStart = 0
        pieceEnd = 0
        pieceEnd = try piece.withUnsafeMutableBufferPointer { room throws(PriceBookProblem) in
            try readFile(into: UnsafeMutableRawBufferPointer(room))
        }
        return pieceEnd
    }

    private func readFile(into room: UnsafeMutableRawBufferPointer) throws(PriceBookProblem) -> Int {
        while true {
            let count = Glue.read(descriptor, room)
            if count >= 0 {
                bytesRead += Int64(count)
                return count
            }
            if errno == EINTR { continue }
            throw PriceBookProblem(.unreadable, "Reading \(path) failed: \(String(cString: strerror(errno))).")
        }
    }

    private func checkUnchanged() throws(PriceBookProblem) {
        guard bytesRead == stamp.size, FileStamp(descriptor: descriptor) == stamp else {
            throw PriceBookProblem(
                .changedWhileReading, "The file \(path) changed while it was read; import it again.")
        }
    }

    private func problem(_ cause: InflateProblem) -> PriceBookProblem {
        switch cause {
        case .truncated:
            PriceBookProblem(
                .truncatedGzip,
                "The file is cut off: \(path) ends in the middle of its compressed data; fetch it again.")
        case .corrupt(let detail):
            PriceBookProblem(.corruptGzip, "The file \(path) is damaged and cannot be unpacked (\(detail)).")
        case .tooLarge(let limit):
            PriceBookProblem(.bomb, "The file \(path) unpacks to more than \(limit) bytes, which is refused.")
        case .suspiciousRatio(let limit):
            PriceBookProblem(
                .bomb, "The file \(path) unpacks to more than \(limit) times its size, which is refused.")
        case .outOfMemory:
            PriceBookProblem(.unreadable, "There is not enough memory to unpack \(path).")
        }
    }

    private static func makeInflater(_ limits: InflateLimits) throws(PriceBookProblem) -> Inflater {
        do throws(InflateProblem) { return try Inflater(limits: limits) } catch {
            throw PriceBookProblem(.unreadable, "There is not enough memory to unpack the file.")
        }
    }

    private static func openProblem(_ path: String, code: Int32) -> PriceBookProblem {
        switch code {
        case ENOENT, ENOTDIR: PriceBookProblem(.notFound, "There is no file \(path).")
        case EACCES, EPERM: PriceBookProblem(.unreadable, "The file \(path) may not be read by this user.")
        default:
            PriceBookProblem(.unreadable, "The file \(path) cannot be opened: \(String(cString: strerror(code))).")
        }
    }
}

/// The system's `read`, whose name `ByteSource.read` hides.
private enum Glue {
    static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, room.baseAddress, room.count)
        #else
            Darwin.read(descriptor, room.baseAddress, room.count)
        #endif
    }
}
