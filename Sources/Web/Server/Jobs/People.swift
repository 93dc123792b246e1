import Companies
import Pages
import Routes

/// What to call people who did something, for whoever looks.
struct People: Sendable {
    let member: Member
    let area: ConsoleArea

    func shown(_ person: IdentityID?, names: [IdentityID: String]) -> ShownPerson {
        guard let person else { return .nobody }
        if person == member.session.identity { return .you }
        if let name = names[person] { return .named(name) }
        return area == .company ? .staff : .id(String(person.description.prefix(8)))
    }
}
