import Routes

extension InterfaceText {
    /// What happened, for a word on record. One this version does not know is shown as it is.
    func sentence(ofAction action: String) -> String {
        let name = action.split { $0 == "." || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return self[raw: "act" + name] ?? action
    }

    /// Whether there are words for an action on record.
    package func knows(action: String) -> Bool { sentence(ofAction: action) != action }

    /// What the events of an area are about.
    func word(forAuditArea area: String) -> String {
        self[raw: "area" + area.prefix(1).uppercased() + area.dropFirst()] ?? area
    }

    func sentence(of note: CompanyNote) -> String {
        switch note {
        case .changed: self[.companyDidChange]
        case .judge: self[.companyDidJudge]
        case .connected: self[.connectionDidConnect]
        case .replaced: self[.connectionDidReplace]
        case .revoked: self[.connectionDidRevoke]
        case .tested: self[.connectionDidTest]
        }
    }

    func word(for health: ShownHealth) -> String {
        switch health {
        case .untested: self[.healthUntested]
        case .working: self[.healthWorking]
        case .refused: self[.healthRefused]
        case .unreachable: self[.healthUnreachable]
        case .changed: self[.healthChanged]
        case .revoked: self[.healthRevoked]
        }
    }
}
