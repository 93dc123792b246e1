import Routes

/// A step of a cycle in the table behind its picture.
package struct CycleStepLine: PageValue {
    let step: String
    let state: String
    let isFlagged: Bool
    let begun: String
    let took: String
    let startsBy: String
    let link: Link

    package static let shape = Shape<CycleStepLine>([
        .text("step", \.step),
        .text("state", \.state),
        .flag("isFlagged", \.isFlagged),
        .text("begun", \.begun),
        .text("took", \.took),
        .text("startsBy", \.startsBy),
        .link("link", \.link),
    ])
}
