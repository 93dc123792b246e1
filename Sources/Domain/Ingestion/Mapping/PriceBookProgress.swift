/// How far a file has been read.
package struct PriceBookProgress: Hashable, Sendable {
    /// Bytes of the file as it lies on disk (compressed, if it is), so that it ends at `totalBytes`.
    package let bytesRead: Int64
    /// The file's size when it was opened.
    package let totalBytes: Int64
}
