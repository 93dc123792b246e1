import Companies
import Pages

extension AuditLine {
    init(_ entry: AuditEntry, who: AuditWho, frame: PageFrame) {
        self.init(
            number: entry.sequence, moment: MomentStamp(entry.happenedAt), action: entry.action, actor: who,
            subject: entry.subject.map { ($0.kind, $0.name) },
            facts: entry.facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, request: entry.request,
            frame: frame)
    }
}

extension AuditWho {
    /// - Parameter names: of members.
    init(_ actor: AuditActor, names: [IdentityID: String]) {
        self =
            switch actor {
            case .person(let identity): .member(names[identity])
            case .staff: .staff
            case .token: .token
            case .job: .job
            case .command: .command
            }
    }
}
