import CQrencode

/// A QR code as one path of an SVG, black on white in either colour scheme, with the margin of four modules that readers
/// expect (ISO/IEC 18004 §9.1).
enum QRPicture {
    private static let margin = 4

    /// Nil when the text is too long for a QR code (about 2,300 bytes) or has a NUL.
    static func markup(_ text: String, label: String) -> SafeMarkup? {
        guard !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let modules = code.pointee.data else { return nil }
        // Where a run of dark modules begins and how long it is: far shorter than one square each.
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
                if column > start {
                    path += "M\(start + margin) \(row + margin)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        let side = width + 2 * margin
        var writer = MarkupWriter(capacity: path.utf8.count + 400)
        writer.element(
            "svg",
            [
                .styled("qr"), Attribute("viewBox", "0 0 \(side) \(side)"), Attribute("role", "img"),
                Attribute("aria-label", label), Attribute("shape-rendering", "crispEdges"),
            ]
        ) {
            $0.element("path", [Attribute("d", "M0 0h\(side)v\(side)h-\(side)z"), Attribute("fill", "#fff")])
            $0.element("path", [Attribute("d", path), Attribute("fill", "#000")])
        }
        return writer.finish()
    }
}
