extension PreparedText {
    /// Whether the texts have a word in common.
    func sharesToken(with other: PreparedText) -> Bool {
        var isShared = false
        forEachSharedToken(with: other) { _, _ in isShared = true }
        return isShared
    }

    /// Calls `body` with the places in both lists of tokens of each word that the texts have in common.
    @inline(__always)
    func forEachSharedToken(with other: PreparedText, _ body: (Int, Int) -> Void) {
        guard signature.meets(other.signature) else { return }
        tokens.withUnsafeBufferPointer { own in
            other.tokens.withUnsafeBufferPointer { others in
                var (here, there) = (0, 0)
                while here < own.count, there < others.count {
                    let (one, two) = (own[here].key, others[there].key)
                    if one == two, let order = order(own[here], other, others[there]) {
                        // Two words of one hash: both lists have such words in the order of their scalars.
                        here &+= order ? 1 : 0
                        there &+= order ? 0 : 1
                        continue
                    }
                    if one == two { body(here, there) }
                    // Without branches: which list goes on cannot be foretold.
                    here &+= one <= two ? 1 : 0
                    there &+= two <= one ? 1 : 0
                }
            }
        }
    }

    /// Whether a token of this text comes before one of another that has the same hash; nil if it is the same word.
    private func order(_ token: TextToken, _ other: PreparedText, _ otherToken: TextToken) -> Bool? {
        var place = 0
        while place < token.count, place < otherToken.count {
            let one = distinct[Int(token.start) + place]
            let two = other.distinct[Int(otherToken.start) + place]
            if one != two { return one < two }
            place += 1
        }
        return token.count == otherToken.count ? nil : token.count < otherToken.count
    }

    /// The scalars of a token of this text.
    func word(_ token: TextToken) -> [UInt32] { token.range.map { distinct[$0] } }
}
