import Foundation
import Routes

/// A route pattern taken apart once, so that a path is written by copying its pieces and ids. An answer holds hundreds
/// of links, and each made as a text of its own would cost several allocations.
struct PathPattern: Sendable {
    /// What stands before, between and after the parameters.
    private let pieces: [[UInt8]]

    /// - Parameter pattern: fixed parts and `{parameter}` segments.
    init(_ pattern: some RawRepresentable<String>) {
        var pieces: [[UInt8]] = [[]]
        var isParameter = false
        for byte in pattern.rawValue.utf8 {
            switch byte {
            case UInt8(ascii: "{"): isParameter = true
            case UInt8(ascii: "}"):
                isParameter = false
                pieces.append([])
            default:
                if !isParameter { pieces[pieces.count - 1].append(byte) }
            }
        }
        self.pieces = pieces
    }

    /// Appends the path with ids in place of its parameters, in order. An id needs no percent-encoding.
    func write(_ first: UUID, _ second: UUID?, to buffer: inout JSONBuffer) {
        for (index, piece) in pieces.enumerated() {
            if index == 1 { buffer.append(id: first) }
            if index == 2, let second { buffer.append(id: second) }
            piece.withUnsafeBufferPointer { buffer.append(raw: $0) }
        }
    }

    static let product = PathPattern(APIRoute.Pattern.product)
    static let forecast = PathPattern(APIRoute.Pattern.forecast)
    static let score = PathPattern(APIRoute.Pattern.score)
    static let history = PathPattern(APIRoute.Pattern.history)
    static let productPage = PathPattern(TrendRoute.Pattern.product)
    static let listingPage = PathPattern(TrendRoute.Pattern.listing)
    static let job = PathPattern(APIRoute.Pattern.job)
    static let sourcePage = PathPattern(SourceRoute.Pattern(.company, .connection))
    static let runPage = PathPattern(SourceRoute.Pattern(.company, .run))
    static let alertPage = PathPattern(AlertRoute.Pattern(.company, .alert))
    static let jobPage = PathPattern(JobRoute.Pattern(.company, .job))
}
