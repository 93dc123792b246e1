/// The root keys a process has: the current one, and while the root key is being changed also the other one.
package struct RootKeys: Sendable {
    package let current: RootKey
    private let all: [RootKeyID: RootKey]

    package init(current: RootKey, others: [RootKey] = []) {
        self.current = current
        var all = [current.id: current]
        for key in others { all[key.id] = key }
        self.all = all
    }

    func key(_ id: RootKeyID) throws(VaultProblem) -> RootKey {
        guard let key = all[id] else { throw .unknownRootKey(id) }
        return key
    }
}
