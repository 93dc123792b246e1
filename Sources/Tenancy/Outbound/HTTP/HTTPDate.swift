import CLibcurl

/// Dates of HTTP (RFC 9110 §5.6.7) in all their forms, and those of mail (RFC 822), as libcurl reads them.
package enum HTTPDate {
    /// - Returns: seconds since the Unix epoch; nil for what is no date.
    package static func seconds(_ text: String) -> Int? {
        let seconds = curl_getdate(text, nil)
        return seconds == -1 ? nil : seconds
    }
}
