/// A file that was put into the lake.
package struct WrittenFile: Sendable, Hashable {
    package let path: String
    package let records: Int
    /// Bytes of the answers, unpacked; those that another file holds are not counted.
    package let bodyBytes: Int
    package let fileBytes: Int
    /// SHA-256 of the file.
    package let hash: [UInt8]
}
