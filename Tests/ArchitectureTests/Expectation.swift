import Testing

/// Fails the test with one line per finding.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    guard !findings.isEmpty else { return }
    let lines = findings.map { "  " + $0.description }.joined(separator: "\n")
    Issue.record("\(findings.count) findings\n\(lines)", sourceLocation: sourceLocation)
}
