/// An amount of money as a decimal number in a string, `"12.90"`: a JSON number would be read as a binary fraction.
struct DecimalAmount: JSONValue {
    let minorUnits: Int64
    /// Decimals, 0…18.
    let scale: Int

    func write(to buffer: inout JSONBuffer) {
        buffer.append(UInt8(ascii: "\""))
        buffer.append(minorUnits: minorUnits, scale: scale)
        buffer.append(UInt8(ascii: "\""))
    }
}
