/// Which candidates may be used, and which not and why.
struct Verdict: Sendable {
    /// Never empty where there were candidates.
    let kept: [Int]
    /// With the errors in numbers; nil where none was left out.
    let reason: String?
}
