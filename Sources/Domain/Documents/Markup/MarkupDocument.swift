import CLibxml2

/// A page or an XML document, read by libxml2: forgiving, without fetching anything, and no deeper than libxml2 allows.
///
/// Belongs to whoever made it; nodes keep it alive.
package final class MarkupDocument {
    /// Bytes of a document at most.
    package static let mostBytes = 50 * 1_024 * 1_024

    let pointer: xmlDocPtr
    /// Made once: it costs as much as reading a small page. Paths are read once, too.
    private var context: xmlXPathContextPtr?
    private var paths: [String: xmlXPathCompExprPtr] = [:]

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Reads a page as browsers would: what is not closed is closed, what is wrong is skipped.
    /// - Parameter charset: as the answer named it; nil, or a name nobody knows, leaves it to the bytes: UTF-8 if they are, else what the
    ///   page says of itself.
    package convenience init(html bytes: [UInt8], charset: String? = nil) throws(MarkupProblem) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        try self.init(bytes) { start, count in
            htmlReadMemory(start, count, nil, Self.encoding(charset, bytes), Int32(bitPattern: options))
        }
    }

    /// Reads XML, also some that is not quite: with blanks before its declaration, or with a stray `&`. Entities are not expanded and
    /// no other document is read.
    package convenience init(xml bytes: [UInt8]) throws(MarkupProblem) {
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
        // A mark of the byte order is the parser's, blanks before the declaration are an error to it.
        let start = bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0
        try self.init(Array(bytes[start...])) { bytes, count in
            xmlReadMemory(bytes, count, nil, nil, Int32(bitPattern: options))
        }
    }

    private init(
        _ bytes: [UInt8], _ read: (UnsafePointer<CChar>, Int32) -> xmlDocPtr?
    ) throws(MarkupProblem) {
        guard Self.isReady, !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(most: Self.mostBytes) }
        let document = bytes.withUnsafeBufferPointer { bytes -> xmlDocPtr? in
            guard let start = bytes.baseAddress else { return nil }
            return UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                read($0, Int32(clamping: bytes.count))
            }
        }
        guard let document else { throw .unreadable }
        pointer = document
        guard xmlDocGetRootElement(document) != nil else { throw .unreadable }
    }

    deinit {
        for path in paths.values { xmlXPathFreeCompExpr(path) }
        if let context { xmlXPathFreeContext(context) }
        xmlFreeDoc(pointer)
    }

    /// What a path leads to from a node; the caller frees it.
    /// - Returns: nil for what is no path.
    func evaluate(_ path: String, from node: xmlNodePtr) -> xmlXPathObjectPtr? {
        guard let context = context ?? xmlXPathNewContext(pointer) else { return nil }
        self.context = context
        // Else it writes to standard error.
        context.pointee.error = { _, _ in }
        guard let compiled = paths[path] ?? xmlXPathCtxtCompile(context, path) else { return nil }
        paths[path] = compiled
        context.pointee.node = node
        return xmlXPathCompiledEval(compiled, context)
    }

    /// The outermost element.
    package var root: MarkupNode? { xmlDocGetRootElement(pointer).map { MarkupNode($0, of: self) } }

    private static func encoding(_ charset: String?, _ bytes: [UInt8]) -> String? {
        if let charset, xmlParseCharEncoding(charset).rawValue > 0 || hasHandler(charset) { return charset }
        return String(validating: bytes, as: UTF8.self) == nil ? nil : "UTF-8"
    }

    private static func hasHandler(_ charset: String) -> Bool {
        guard let handler = xmlFindCharEncodingHandler(charset) else { return false }
        xmlCharEncCloseFunc(handler)
        return true
    }
}
