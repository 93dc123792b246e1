/// A pack as written, before class, size and style tell what it means.
enum PackToken: Equatable {
    /// Single units in a case: `12B`, `6/750ML`.
    case loose(Int)
    /// `n/SIZE`, which in a beer house may be one large pack.
    case sized(Int)
    /// `6/CS`
    case perCase(Int)
    /// `6/4PK`
    case split(packs: Int, perPack: Int)
    /// `6/4` beside a size: either order.
    case eitherWay(Int, Int)
    /// `12PK`
    case pack(Int)
    /// `12P` in a beer house: the inner pack of a count stated elsewhere.
    case inner(Int)
    /// `C24`: units in a case.
    case count(Int)
    /// A count that means different things in different styles, read without one.
    case unclear
    /// `PAD12`: a tray or a sleeve.
    case pad(Int)
}
