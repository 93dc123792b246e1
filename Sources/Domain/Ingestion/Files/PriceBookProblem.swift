/// Why a whole price book or mapping file was refused. `description` is one sentence for a person.
package struct PriceBookProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble, for tests and exit codes.
    package enum Code: String, Hashable, Sendable {
        case notFound, unreadable, notAFile, empty, changedWhileReading
        case truncatedGzip, corruptGzip, bomb
        case wrongFormat, tooManyColumns, missingColumns, headerTooLong
        case badMapping, unknownMapping, missingLookup, badDate
    }

    package let code: Code
    package let description: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.description = sentence
    }
}
