extension InterfaceText {
    /// What stands on the pages of tokens.
    static func tokens(_ key: TextKey) -> String {
        switch key {
        case .layoutTokens: "API tokens"
        case .tokensTitleNone: "No program may read your data"
        case .tokensTitleOne: "{count} token lets programs read your data"
        case .tokensTitleOther: "{count} tokens let programs read your data"
        case .tokensDidRevoke: "The token is revoked. It stopped working at that moment, everywhere."
        case .tokensWhat:
            "A token belongs to the company, not to whoever made it: it goes on when they leave. Give each program one of its own, "
                + "with the scopes it needs and no more."
        case .tokensCaption: "Tokens with scopes, maker, last use and end"
        case .tokensName: "Name"
        case .tokensScopes: "Scopes"
        case .tokensColumnMade: "Made"
        case .tokensUsed: "Last used"
        case .tokensState: "State"
        case .tokensRevoke: "Revoke"
        case .tokensMade: "{moment} by {person}"
        case .tokensNobody: "somebody who is no member any more"
        case .tokensNever: "never"
        case .tokensAlive: "works until {moment}"
        case .tokensEnded: "ended {moment}"
        case .tokensRevoked: "revoked {moment}"
        case .tokensNew: "A token for one more program"
        case .tokensDays: "Days until it ends, at most 365"
        case .tokensMake: "Make the token"
        case .tokensScopeTrends: "scored products, sorted and filtered"
        case .tokensScopeProducts: "one product with listings and history"
        case .tokensScopeJobs: "the company's jobs"
        case .tokensScopeOther: "as the documentation says"
        case .tokensBadName: "A name has 1 to 100 characters. Nothing was made."
        case .tokensNoScope: "Choose at least one scope. Nothing was made."
        case .tokensBadDays: "A token lives 1 to 365 days. Nothing was made."
        case .tokensTooMany: "A company has at most {count} living tokens. Revoke one first; nothing was made."
        case .newTokenTitle: "Copy this token now"
        case .newTokenOnce: "It is shown now and never again. Whoever has it reads what its scopes allow."
        case .newTokenUse: "Programs send it with each request:"
        case .newTokenKept: "I have kept it; go on"
        default: ""
        }
    }
}
