/// One way a drink is filled and packed.
struct Package: Sendable, Hashable {
    enum Container: Sendable { case bottle, can, keg }

    let container: Container
    /// Contents of one bottle, can or keg.
    let millilitres: Int
    /// Bottles, cans or kegs in a case.
    let unitsPerCase: Int
    /// Bottles or cans in a carrier; 1 when they are sold singly.
    let perPack: Int

    static func bottle(_ millilitres: Int, _ unitsPerCase: Int) -> Package {
        Package(container: .bottle, millilitres: millilitres, unitsPerCase: unitsPerCase, perPack: 1)
    }

    static func cans(_ millilitres: Int, _ unitsPerCase: Int, by perPack: Int) -> Package {
        Package(container: .can, millilitres: millilitres, unitsPerCase: unitsPerCase, perPack: perPack)
    }

    static func bottles(_ millilitres: Int, _ unitsPerCase: Int, by perPack: Int) -> Package {
        Package(container: .bottle, millilitres: millilitres, unitsPerCase: unitsPerCase, perPack: perPack)
    }

    static func keg(_ millilitres: Int) -> Package {
        Package(container: .keg, millilitres: millilitres, unitsPerCase: 1, perPack: 1)
    }

    /// Price of this size against the ordinary one of its class, in percent: small bottles cost more per litre.
    var worth: Int {
        switch (container, millilitres) {
        case (.keg, 30_000...): 13_800
        case (.keg, _): 6_600
        case (_, ...60): 11
        case (_, 187), (_, 200): 32
        case (_, 330), (_, 355): 100
        case (_, 350), (_, 375): 56
        case (_, 473), (_, 500): 128
        case (_, 700): 95
        case (_, 1000): 124
        case (_, 1500): 190
        case (_, 1750): 188
        default: 100
        }
    }
}
