/// Why a figure would mean nothing.
struct BenchProblem: Error, CustomStringConvertible {
    let description: String
    init(_ sentence: String) { description = sentence }
}
