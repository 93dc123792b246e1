import Companies
import Pages

extension InterfaceText {
    /// What a role is called.
    func name(of role: Role) -> String {
        switch role {
        case .viewer: self[.roleViewer]
        case .analyst: self[.roleAnalyst]
        case .admin: self[.roleAdmin]
        case .owner: self[.roleOwner]
        }
    }
}
