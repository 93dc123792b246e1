extension ComponentScore {
    /// What the component was made of, or why it is missing; a sentence without its full stop.
    package var reason: String {
        switch result {
        case .measured(_, let reasons): reasons.map(\.sentence).joined(separator: "; ")
        case .missing(let reason): reason.sentence
        }
    }
}
