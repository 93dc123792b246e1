import Connectors
import Outbound

/// How a run goes on after something went wrong.
package struct RunTrouble: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Course: Sendable, Hashable {
        /// The run is over.
        case end
        /// Another attempt may succeed.
        case again
        /// Another attempt may begin after so many seconds.
        case later(Double)
    }

    package let cause: RunCause
    package let course: Course
    /// For a person, without a full stop.
    package let description: String

    package init(_ cause: RunCause, _ course: Course, _ description: String) {
        self.cause = cause
        self.course = course
        self.description = description
    }

    /// The same as a sentence.
    package var sentence: String { description.prefix(1).uppercased() + description.dropFirst() + "." }

    /// What is waited for longer than this is not waited for, in seconds.
    static let longestWait = 4 * 3_600.0

    /// Whether the run ends with it.
    /// - Parameter isLastAttempt: then only a wait that was asked for keeps it alive.
    func isEnd(isLastAttempt: Bool) -> Bool {
        switch course {
        case .end: true
        case .again: isLastAttempt
        case .later(let seconds): seconds > Self.longestWait || isLastAttempt && cause != .notNow
        }
    }

    /// What an error of a connector or of the way out means.
    init?(_ error: any Error) {
        switch error {
        case let trouble as RunTrouble: self = trouble
        case let problem as SourceProblem: self.init(problem)
        case let failure as VisitFailure: self.init(failure)
        default: return nil
        }
    }

    private init(_ problem: SourceProblem) {
        let cause: RunCause =
            switch problem {
            case .strangePlace: .strangePlace
            case .wrongShape: .wrongShape
            case .missing: .missing
            case .wrongLogin: .wrongLogin
            case .notServed: .notServed
            case .signedOut: .signedOut
            case .notUnderstood: .notUnderstood
            }
        self.init(cause, .end, problem.description)
    }

    private init(_ failure: VisitFailure) {
        switch failure {
        case .notAllowed: self.init(.notAllowed, .end, failure.description)
        // It rests because it does not work.
        case .notNow(.resting, let seconds): self.init(.unreachable, .later(seconds), failure.description)
        case .notNow(_, let seconds): self.init(.notNow, .later(seconds), failure.description)
        case .refused: self.init(.refused, .end, failure.description)
        case .faulty: self.init(.unreachable, .again, failure.description)
        case .web(let web): self.init(web)
        }
    }

    private init(_ failure: WebFailure) {
        let (cause, course): (RunCause, Course) =
            switch failure {
            case .address, .strangeHost, .forbiddenAddress, .unencrypted, .tooManyRedirects: (.strangePlace, .end)
            case .unknownName, .unreachable: (.unreachable, .again)
            case .untrusted: (.untrusted, .end)
            case .tooSlow: (.tooSlow, .again)
            case .headersTooLarge, .bodyTooLarge, .inflatesTooMuch: (.tooLarge, .end)
            case .broken: (.broken, .again)
            case .malformed: (.broken, .end)
            case .proxyFailed, .other: (.ours, .again)
            }
        self.init(cause, course, failure.description)
    }
}
