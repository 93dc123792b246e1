import CLibxml2

/// An element of a page or a document.
package struct MarkupNode {
    private let pointer: xmlNodePtr
    private let document: MarkupDocument

    init(_ pointer: xmlNodePtr, of document: MarkupDocument) {
        self.pointer = pointer
        self.document = document
    }

    /// Without its prefix; HTML's in lower case.
    package var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

    /// The namespace its prefix stands for; nil without one.
    package var namespace: String? {
        guard pointer.pointee.type == XML_ELEMENT_NODE else { return nil }
        return pointer.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) }
    }

    /// All text in it, entities resolved.
    package var text: String { Self.taken(xmlNodeGetContent(pointer)) ?? "" }

    /// All text in it, with a blank on both sides of some elements and without others. Goes through it without recursion, so that no
    /// nesting is too deep.
    func spacedText(_ spaced: Set<String>, leavingOut: Set<String>) -> String {
        var text = ""
        var next: xmlNodePtr? = pointer.pointee.children
        while let node = next {
            let isElement = node.pointee.type == XML_ELEMENT_NODE
            let name = isElement ? MarkupNode(node, of: document).name : ""
            if spaced.contains(name) { text += " " }
            if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE,
                let content = node.pointee.content
            {
                text += String(cString: content)
            }
            if isElement, !leavingOut.contains(name), let child = node.pointee.children {
                next = child
                continue
            }
            var place = node
            while place.pointee.next == nil, let parent = place.pointee.parent, parent != pointer {
                place = parent
                if spaced.contains(MarkupNode(place, of: document).name) { text += " " }
            }
            next = place.pointee.next
        }
        return text
    }

    /// Elements directly inside, in order.
    package var children: [MarkupNode] {
        var nodes: [MarkupNode] = []
        var next = pointer.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE { nodes.append(MarkupNode(child, of: document)) }
            next = child.pointee.next
        }
        return nodes
    }

    /// The value of an attribute without a prefix.
    package subscript(attribute: String) -> String? { Self.taken(xmlGetNoNsProp(pointer, attribute)) }

    /// Elements that an XPath leads to from here, in order.
    package func all(_ path: String) throws(MarkupProblem) -> [MarkupNode] {
        guard let found = document.evaluate(path, from: pointer) else { throw .path(path) }
        defer { xmlXPathFreeObject(found) }
        guard let set = found.pointee.nodesetval, let nodes = set.pointee.nodeTab else { return [] }
        return (0..<Int(set.pointee.nodeNr)).compactMap { index in
            nodes[index].flatMap { $0.pointee.type == XML_ELEMENT_NODE ? MarkupNode($0, of: document) : nil }
        }
    }

    private static func taken(_ text: UnsafeMutablePointer<xmlChar>?) -> String? {
        guard let text else { return nil }
        defer { tidemark_xml_free(text) }
        return String(cString: text)
    }
}
