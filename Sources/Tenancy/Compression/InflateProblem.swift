/// Why compressed bytes could not be unpacked.
package enum InflateProblem: Error, Hashable, Sendable {
    /// The bytes end inside a gzip member: the file is cut off.
    case truncated
    /// The bytes are not gzip, or a checksum is wrong; the text is zlib's.
    case corrupt(String)
    /// More output than `InflateLimits.maximumOutput` allows.
    case tooLarge(limit: Int64)
    /// Far more output than input: a decompression bomb.
    case suspiciousRatio(limit: Int64)
    /// zlib found no memory.
    case outOfMemory
}
