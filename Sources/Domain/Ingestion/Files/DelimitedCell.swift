/// The text of a cell that starts with a quotation mark.
enum DelimitedCell {
    /// Appends the text without the enclosing marks and with doubled marks halved. What follows the closing mark is
    /// kept, since it is more likely an unescaped mark than rubbish.
    static func appendText(of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var index = 1
        var isOpen = true
        while index < bytes.count {
            let byte = bytes[index]
            if isOpen, byte == 0x22 {
                if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    output.append(0x22)
                    index += 2
                    continue
                }
                isOpen = false
            } else {
                output.append(byte)
            }
            index += 1
        }
    }
}
