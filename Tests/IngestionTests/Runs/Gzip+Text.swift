import Compression

/// A text as a gzip file.
func gzip(_ text: String) -> [UInt8]? { Gzip.compress(Array(text.utf8), level: 6) }
