/// Why a server cannot start, for a person to read.
package struct ServerProblem: Error, CustomStringConvertible {
    package let description: String

    package init(_ sentence: String) { description = sentence }
}
