import Companies
import Connections
import Pages

extension ConnectionLine {
    init(_ row: ConnectionRow, frame: PageFrame) {
        self.init(
            id: "\(row.id)", name: row.name, source: LoginSource.find(row.source)?.title ?? row.source,
            health: ShownHealth(row), note: row.healthNote.map(RunFacts.capitalised),
            checkedAt: row.checkedAt.map(MomentStamp.init),
            expiresAt: row.expiresAt.map(MomentStamp.init), frame: frame)
    }
}

extension ConnectionPage.Facts {
    /// - Parameter names: of members.
    init(_ row: ConnectionRow, names: [IdentityID: String], isTestable: Bool) {
        self.init(
            id: "\(row.id)", name: row.name, sourceTitle: LoginSource.find(row.source)?.title ?? row.source,
            health: ShownHealth(row), healthNote: row.healthNote.map(RunFacts.capitalised),
            checkedAt: row.checkedAt.map(MomentStamp.init),
            expiresAt: row.expiresAt.map(MomentStamp.init), fields: row.storedFields,
            writtenAt: row.credentialsWrittenAt.map(MomentStamp.init), createdAt: MomentStamp(row.createdAt),
            createdBy: row.createdBy.flatMap { names[$0] }, confirmedAt: row.confirmedAt.map(MomentStamp.init),
            confirmedBy: row.confirmedBy.flatMap { names[$0] }, revokedAt: row.revokedAt.map(MomentStamp.init),
            isTestable: isTestable)
    }
}

extension ShownHealth {
    init(_ row: ConnectionRow) {
        guard row.revokedAt == nil else {
            self = .revoked
            return
        }
        self =
            switch row.health {
            case .untested: .untested
            case .working: .working
            case .refused: .refused
            case .unreachable: .unreachable
            case .changed: .changed
            }
    }
}

extension LoginFieldInput {
    static func all(_ source: LoginSource) -> [LoginFieldInput] {
        source.fields.map {
            LoginFieldInput(name: $0.field.rawValue, label: $0.label, isPassword: $0.isPassword)
        }
    }
}

extension ConnectionFormProblem {
    init(_ problem: ConnectionProblem) {
        self =
            switch problem {
            case .nameTaken: .nameTaken
            case .nameLength: .nameLength
            case .notConfirmed: .notConfirmed
            case .confirmationOutdated: .outdated
            case .settingsTooLong, .settingSoundsSecret: .tooLong
            case .noSecret, .notStored, .unknown: .incomplete
            }
    }
}
