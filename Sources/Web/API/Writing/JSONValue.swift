/// A value with a JSON form of its own.
package protocol JSONValue {
    /// Appends exactly one JSON value.
    func write(to buffer: inout JSONBuffer)
}
