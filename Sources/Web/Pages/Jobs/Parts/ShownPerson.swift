/// Who did something, as far as whoever looks may know.
package enum ShownPerson: Hashable, Sendable {
    /// Nobody: a command, or the platform by itself.
    case nobody
    case you
    /// A member of the company, by name.
    case named(String)
    /// Somebody from outside the company.
    case staff
    /// For operators: a person by the first digits of the id.
    case id(String)

    package func words(_ text: InterfaceText) -> String {
        switch self {
        case .nobody: text[.jobsByNobody]
        case .you: text[.jobsBySelf]
        case .named(let name): name
        case .staff: text[.jobsByStaff]
        case .id(let id): text.fill(.jobsByOther, ["id": id])
        }
    }
}
