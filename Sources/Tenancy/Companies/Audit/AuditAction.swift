/// What can happen that is put on record. The raw value is what the record keeps: a word for the thing, and what happened to it.
package enum AuditAction: String, Sendable, Hashable, CaseIterable {
    // Written by the database itself, with the change.
    case passwordTried = "password.tried"
    case passwordChanged = "password.changed"
    case passwordSet = "password.set"
    case passwordReset = "password.reset"
    case sessionOpened = "session.opened"
    case sessionEntered = "session.entered"
    case sessionConfirmed = "session.confirmed"
    case sessionEnded = "session.ended"
    case jobsCancelled = "jobs.cancel"
    case jobsReplayed = "jobs.replay"
    case jobsDiscarded = "jobs.discard"
    case jobsPaused = "jobs.pause"
    case jobsResumed = "jobs.resume"
    case jobsAdded = "jobs.enqueue"
    case credentialUsed = "credential.used"
    case staffRoleSet = "staff.role_set"
    case emailRequested = "email.requested"
    case emailConfirmed = "email.confirmed"
    case emailChanged = "email.changed"
    case emailWithdrawn = "email.withdrawn"
    case codeTried = "code.tried"
    case factorTurnedOn = "factor.turned_on"
    case factorTurnedOff = "factor.turned_off"
    case recoveryCodesRenewed = "factor.codes_renewed"
    case factorRemoved = "factor.removed"
    // Written by whoever makes the change.
    case companyCreated = "company.created"
    case companyChanged = "company.changed"
    case memberAdded = "member.added"
    case memberRoleChanged = "member.role_changed"
    case memberRemoved = "member.removed"
    case memberInvited = "member.invited"
    case memberUninvited = "member.uninvited"
    case connectionAdded = "connection.added"
    case connectionTested = "connection.tested"
    case connectionReplaced = "connection.replaced"
    case connectionRevoked = "connection.revoked"
    case securityChanged = "company.security_changed"
    case tokenMade = "token.made"
    case tokenRevoked = "token.revoked"
    case connectionPaused = "connection.paused"
    case connectionResumed = "connection.resumed"
    case runAsked = "run.asked"
    case runPublished = "run.published"
    case runDiscarded = "run.discarded"
    case sourceStopped = "source.stopped"
    case sourceStarted = "source.started"
    case vaultShredded = "vault.shredded"
    case auditExported = "audit.exported"
    case staffLooked = "staff.looked"

    /// The areas there are, in the order of their first action.
    package static let areas: [String] = allCases.reduce(into: []) { areas, action in
        if !areas.contains(action.area) { areas.append(action.area) }
    }

    /// The word before the dot: what a person filters by.
    package var area: String { String(rawValue.prefix { $0 != "." }) }
}
