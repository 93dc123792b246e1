/// Where lines of the log go.
package protocol LogSink: Sendable {
    /// Writes one record, which ends with the only newline in it.
    func write(_ record: [UInt8])
}
