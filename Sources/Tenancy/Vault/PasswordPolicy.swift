import CZxcvbn

/// What a new password must withstand. Passwords that exist are not judged.
///
/// Length, and what zxcvbn (Wheeler, 2016) estimates that somebody needs who knows lists of common passwords and words, keyboard
/// rows, dates, and what this person and company are called. No rules about kinds of characters: they make passwords worse.
package enum PasswordPolicy {
    /// Fewest characters.
    package static let fewest = 12
    /// Fewest guesses as a power of two: ten billion, zxcvbn's best grade.
    package static let fewestBits = 33.2
    /// What is judged of a long password: estimating takes time that grows with the square of the length.
    private static let judgedBytes = 100

    /// - Parameter words: what others know of the person: names, address, company.
    /// - Returns: nil for a password that may be taken.
    package static func weakness(of text: String, words: [String]) -> PasswordWeakness? {
        guard text.utf8.count <= Password.allowedBytes.upperBound else { return .tooLong }
        guard text.count >= fewest else { return .tooShort }
        return bits(of: text, words: words) < fewestBits ? .guessable : nil
    }

    /// The logarithm to base two of the guesses it takes.
    static func bits(of text: String, words: [String]) -> Double {
        // C's text ends at a zero.
        var judged = text.utf8.prefix(judgedBytes).map { $0 == 0 ? CChar(32) : CChar(bitPattern: $0) } + [0]
        defer {
            for index in judged.indices { judged[index] = 0 }
        }
        let known = Set(words.flatMap(pieces)).map { $0.utf8.map { CChar(bitPattern: $0) } + [0] }
        let pointers = known.map { word in
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count)
            copy.initialize(from: word, count: word.count)
            return copy
        }
        defer { for pointer in pointers { pointer.deallocate() } }
        var list: [UnsafePointer<CChar>?] = pointers.map { UnsafePointer($0) } + [nil]
        return judged.withUnsafeMutableBufferPointer { judged in
            list.withUnsafeMutableBufferPointer { list in
                ZxcvbnMatch(judged.baseAddress, list.baseAddress, nil)
            }
        }
    }

    /// The words in a name or an address, in lower case; shorter ones than three characters say nothing.
    private static func pieces(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.prefix(20).map(String.init)
    }
}
