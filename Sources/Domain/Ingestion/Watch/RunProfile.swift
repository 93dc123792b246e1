/// What a run looked like: what it can be held against others by.
package struct RunProfile: Sendable, Hashable {
    /// Distinct things it named.
    package var items: Int
    /// Whether everything there is was read.
    package var isComplete: Bool
    /// By name: fields of rows, `answer:` paths of what the source answered, and figures of the run (`RunFigure`).
    package var fields: [String: FieldProfile]

    package init(items: Int, isComplete: Bool, fields: [String: FieldProfile] = [:]) {
        self.items = items
        self.isComplete = isComplete
        self.fields = fields
    }

    subscript(figure: RunFigure) -> FieldProfile? { fields[figure.rawValue] }

    /// What fields of answers are called.
    static let answerPrefix = "answer:"
}

/// Figures of a run that are no field of its rows; kept beside those.
enum RunFigure: String, CaseIterable {
    /// Records that could not be used, of all.
    case rejects = "run:rejects"
    /// Records that repeat another one, of all.
    case repeats = "run:repeats"
    /// Records whose thing was known before, of all.
    case known = "run:known"
    /// Things that the run before had and this one does not, of those it had; `middle` is their mean place on their pages over that of
    /// all: 1 for what went evenly, more for what stood at the ends of pages.
    case gone = "run:gone"
    /// Of those gone: whose brand or category went altogether.
    case goneTogether = "run:gone_together"
    /// Of new things: whose name is that of something gone.
    case renamed = "run:renamed"
    /// Known things whose price is another, of those with both prices; low, middle and high of new price over old.
    case moved = "run:moved"
    /// Of those prices: that changed by the same factor as the middle one, within 2 %.
    case together = "run:together"
    /// Known things with another name, of all known.
    case names = "run:names"
    /// Known things with another code, of those with both.
    case codes = "run:codes"
    /// Records that say there is none left, of all that say.
    case outOfStock = "run:out_of_stock"
    /// Records per page: the mean of the second half over that of the first (`middle`); of pages without any (`filled`).
    case tail = "run:tail"
    /// Records dated more than a day ahead, of those with a date.
    case ahead = "run:ahead"
}
