import Pages
import Routes

/// The pages of the second factor.
extension Samples {
    static func securityPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let next = TrendRoute.index(TrendsQuery()).link
        func setUp(isWrong: Bool) -> FactorSetUp {
            FactorSetUp(frame: frame, email: word, seed: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", isWrong: isWrong)
        }
        func inUse(_ problem: AccountProblem?) -> FactorInUse {
            FactorInUse(frame: frame, email: word, since: now, codesLeft: 9, problem: problem)
        }
        return [
            SignInCodePage(assets: assets, csrf: word, next: next, problem: .throttled(seconds: 61)),
            SignInCodePage(assets: assets, csrf: word, problem: .wrong), SignInCodePage(assets: assets, csrf: word),
            SecondFactorPage(frame: frame, isDemanded: true, hasEnded: true), SecondFactorPage(frame: frame),
            SecondFactorPage(frame: frame, isDemanded: true, setUp: setUp(isWrong: true)),
            SecondFactorPage(frame: frame, setUp: setUp(isWrong: false)),
            SecondFactorPage(frame: frame, inUse: inUse(.wrongProof)),
            SecondFactorPage(frame: frame, inUse: inUse(nil)),
            RecoveryCodesPage(frame: frame, isNew: true, codes: [RecoveryCodeLine(code: word)]),
            RecoveryCodesPage(frame: frame, isNew: false, codes: [RecoveryCodeLine(code: word)]),
            SecurityPage(frame: frame, isRequired: true, isOwner: true, isSaved: true, members: 12, secured: 3),
            SecurityPage(frame: frame, isRequired: false, isOwner: false, isSaved: false, members: 1, secured: 0),
        ]
    }
}
