extension InterfaceText {
    /// What stands on the page of a product's decisions.
    static func decisions(_ key: TextKey) -> String {
        switch key {
        case .decisionsTitle: "Which listings are {name}?"
        case .decisionsLink: "Decide which listings are this product"
        case .decisionsPreview: "What calling {name} as {into} changes"
        case .decisionsListings: "Its listings"
        case .decisionsListingsWhat:
            "Choose those that are something else. Split off, they become a product together; marked, each becomes one of its own and is never matched with this one again."
        case .decisionsMerge: "Is it the same as another product?"
        case .decisionsWords: "Words of its name"
        case .decisionsFind: "Find"
        case .decisionsMissing: "No product of yours has all of these words in its name."
        case .decisionsMade: "What was decided"
        case .decisionsNone: "Nobody has decided anything about this product; it is as it was recognised."
        case .decisionReason: "Why"
        case .decisionMerge: "Merge them"
        case .decisionSplitOff: "Split off as one product"
        case .decisionMark: "Mark as not this product"
        case .decisionMerged: "{things} is called {product}"
        case .decisionSplit: "Split off as {product}: {things}"
        case .decisionMoved: "Moved to {product}: {things}"
        case .decisionDiffers: "Not {product}: {things}"
        case .decisionUndone: "taken back {moment}"
        case .decisionUndo: "Take it back"
        case .decisionRedo: "Restore it"
        case .previewListings: "Listings that move: {count}."
        case .previewPrices: "Prices of days that move with them: {count}."
        case .previewThere: "Listings the other has now: {count}."
        case .previewTwice: "Sources that would list one thing twice: {count}. A source rarely does."
        case .previewContradicts:
            "Somebody marked these as different. Merging contradicts that, and both stay on record."
        case .previewScores:
            "Score, best price and history are computed anew from all listings; so they are when it is taken back."
        case .didMerge: "They are one product now. Scores follow in a moment."
        case .didSplit: "They are a product of their own now. Scores follow in a moment."
        case .didMark: "It is marked, and is not matched with this product again."
        case .didUndo: "It is taken back, as if it had never been decided."
        case .didRedo: "It holds again."
        case .didContradict:
            "It is done, and contradicts something else that was decided: look at what was decided below."
        default: forecasts(key)
        }
    }
}
