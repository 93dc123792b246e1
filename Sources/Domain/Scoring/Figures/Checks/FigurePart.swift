/// A part of a profile that has a name.
package enum FigurePart: Hashable, Sendable, CustomStringConvertible {
    case profile
    case input(String)
    case component(String)

    package var description: String {
        switch self {
        case .profile: "the profile"
        case .input(let name): "input “\(name)”"
        case .component(let name): "component “\(name)”"
        }
    }
}
