import Catalog

/// A field rule made ready for one file: names have become positions.
struct RulePlan {
    enum Source {
        case column(Int)
        case columns([Int], join: [UInt8])
        case constant([UInt8])
    }

    let source: Source
    let transforms: [TextTransform]
    let reading: CellReading?
    let decimal: DecimalMark
    /// The column as the header names it, for notes.
    let columnName: String?

    /// The same plan with other transforms.
    func with(transforms: [TextTransform]) -> RulePlan {
        RulePlan(source: source, transforms: transforms, reading: reading, decimal: decimal, columnName: columnName)
    }

    /// The joined bytes before transforms. Empty means no value. `scratch` must not change while they are used.
    @inline(__always)
    func raw(_ record: RecordView, scratch: ScratchBytes) -> UnsafeBufferPointer<UInt8> {
        switch source {
        case .column(let index): return record.cell(index)
        case .constant(let bytes): return scratch.fill { $0.append(contentsOf: bytes) }
        case .columns(let indices, let join):
            return scratch.fill { output in
                for index in indices {
                    let cell = record.cell(index)
                    if cell.isEmpty { continue }
                    if !output.isEmpty { output.append(contentsOf: join) }
                    output.append(contentsOf: cell)
                }
            }
        }
    }

    /// The text after all transforms; `nil` means no value.
    @inline(__always)
    func text(_ raw: UnsafeBufferPointer<UInt8>, in environment: TransformEnvironment) -> String? {
        var text = String(decoding: raw, as: UTF8.self)
        for transform in transforms {
            guard let next = transform.apply(text, in: environment), !next.isEmpty else { return nil }
            text = next
        }
        return text.isEmpty ? nil : text
    }
}
