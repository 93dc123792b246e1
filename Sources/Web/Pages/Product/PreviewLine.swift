/// Something a decision would change.
package struct PreviewLine: PageValue {
    let sentence: String
    let isFlagged: Bool

    package static let shape = Shape<PreviewLine>([
        .text("sentence", \.sentence),
        .flag("isFlagged", \.isFlagged),
    ])
}
