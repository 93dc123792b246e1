/// What happened in a run: a digest of all of it, and the last lines in words.
struct SimulationTrace {
    struct Line {
        let at: Int
        let process: Int
        let word: TraceWord
        let detail: UInt8
        let job: Int
        let number: Int
    }

    private static let kept = 60
    private var lines: [Line] = []
    private var oldest = 0
    /// FNV-1a over every line.
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ line: Line) {
        mix(line.at)
        mix(line.process << 32 | Int(line.word.rawValue) << 8 | Int(line.detail))
        mix(line.job << 32 ^ line.number)
        if lines.count < Self.kept {
            lines.append(line)
        } else {
            lines[oldest] = line
            oldest = (oldest + 1) % Self.kept
        }
    }

    private mutating func mix(_ value: Int) {
        digest = (digest ^ UInt64(bitPattern: Int64(value))) &* 0x0000_0100_0000_01B3
    }

    /// Oldest first.
    var text: [String] {
        (lines[oldest...] + lines[..<oldest]).map { line in
            var words = ["\(Double(line.at) / 1_000_000) s", "process \(line.process)", "\(line.word)"]
            switch line.word {
            case .fault: words.append(Fault(rawValue: line.detail).map { "\($0)" } ?? "?")
            case .asks, .commits, .answered, .failed:
                words.append(AwaitPoint(rawValue: line.detail).map { "\($0)" } ?? "?")
            default: break
            }
            if line.job >= 0 { words.append("job \(line.job)") }
            if line.number >= 0 { words.append("[\(line.number)]") }
            return words.joined(separator: " ")
        }
    }
}
