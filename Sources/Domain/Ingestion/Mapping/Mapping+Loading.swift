import Documents
import Foundation

extension Mapping {
    /// Largest mapping file in bytes.
    private static let maximumSize = 4 * 1024 * 1024

    /// The mapping that comes with the product under this name.
    /// - Throws: `unknownMapping`, whose sentence lists the names there are.
    package static func builtIn(named name: String) throws(PriceBookProblem) -> Mapping {
        guard builtInNames.contains(name), let folder = Bundle.module.resourceURL?.appending(path: "Mappings") else {
            throw PriceBookProblem(
                .unknownMapping,
                "There is no mapping named \"\(name)\". There are: \(builtInNames.joined(separator: ", ")).")
        }
        return try load(folder.appending(path: name + ".json").path)
    }

    /// The names `builtIn(named:)` knows, sorted.
    package static var builtInNames: [String] {
        guard let folder = Bundle.module.resourceURL?.appending(path: "Mappings").path,
            let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return [] }
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Reads and checks a mapping file.
    /// - Throws: `badMapping` with the place in the file and what is wrong there.
    package static func load(_ path: String) throws(PriceBookProblem) -> Mapping {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = try piece.withUnsafeMutableBufferPointer { room throws(PriceBookProblem) in
                try source.read(into: UnsafeMutableRawBufferPointer(room))
            }
            if count == 0 { break }
            bytes.append(contentsOf: piece[..<count])
            if bytes.count > maximumSize {
                throw PriceBookProblem(.badMapping, "The mapping file \(path) is larger than 4 MiB.")
            }
        }
        return try parse(bytes, file: path)
    }

    /// Reads a mapping from the bytes of its file; `file` names it in sentences.
    package static func parse(_ bytes: [UInt8], file: String) throws(PriceBookProblem) -> Mapping {
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONParser.parse(bytes)
        } catch {
            let line = 1 + bytes.prefix(error.offset).count { $0 == 0x0A }
            throw PriceBookProblem(.badMapping, "The mapping file \(file) is not JSON: line \(line), \(error.reason).")
        }
        var mapping = try MappingDecoder(file: file).mapping(MappingNode(value: value, path: "", file: file))
        mapping.definition = bytes
        return mapping
    }
}
