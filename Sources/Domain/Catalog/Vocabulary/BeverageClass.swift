/// The kind of drink a name states, as fine as names are: `cls` in the notes on distributor naming.
package enum BeverageClass: String, Codable, Hashable, Sendable, CaseIterable {
    case vodka
    case vodkaFlavored = "vodka_flavored"
    case gin
    case ginFlavored = "gin_flavored"
    case rum
    case rumWhite = "rum_white"
    case rumAged = "rum_aged"
    case rumSpiced = "rum_spiced"
    case rumFlavored = "rum_flavored"
    case rumOverproof = "rum_overproof"
    case cachaca
    case whiskey
    case bourbon
    case rye
    case whiskeyTennessee = "whiskey_tennessee"
    case whiskeyIrish = "whiskey_irish"
    case whiskeyCanadian = "whiskey_canadian"
    case whiskeyJapanese = "whiskey_japanese"
    case whiskeySingleMalt = "whiskey_single_malt"
    case whiskeyFlavored = "whiskey_flavored"
    case scotch
    case scotchBlended = "scotch_blended"
    case scotchSingleMalt = "scotch_single_malt"
    case tequila
    case tequilaBlanco = "tequila_blanco"
    case tequilaJoven = "tequila_joven"
    case tequilaReposado = "tequila_reposado"
    case tequilaAnejo = "tequila_anejo"
    case tequilaExtraAnejo = "tequila_extra_anejo"
    case tequilaCristalino = "tequila_cristalino"
    case tequilaFlavored = "tequila_flavored"
    case mezcal
    case brandy
    case brandyFlavored = "brandy_flavored"
    case cognac
    case armagnac
    case calvados
    case pisco
    case grappa
    case liqueur
    case liqueurAmaro = "liqueur_amaro"
    case liqueurCream = "liqueur_cream"
    case liqueurCoffee = "liqueur_coffee"
    case liqueurSchnapps = "liqueur_schnapps"
    case liqueurAnise = "liqueur_anise"
    case bitters
    case aquavit
    case absinthe
    case soju
    case shochu
    case baijiu
    case moonshine
    case wine
    case wineRed = "wine_red"
    case wineWhite = "wine_white"
    case wineRose = "wine_rose"
    case wineSparkling = "wine_sparkling"
    case champagne
    case wineDessert = "wine_dessert"
    case wineFortified = "wine_fortified"
    case port
    case sherry
    case madeira
    case marsala
    case vermouth
    case sangria
    case mead
    case sake
    case beer
    case cider
    case rtd
    case hardSeltzer = "hard_seltzer"
    case fmb
    case wineCooler = "wine_cooler"
    case nonAlcoholic = "non_alcoholic"
    case bundle

    /// Whether a bare number before the size states proof.
    package var hasProof: Bool {
        CategoryCode.from(self).family.rawValue == "spirits" || self == .rtd
    }

    /// Whether a bare number before the size states a vintage.
    package var isWine: Bool { CategoryCode.from(self).family.rawValue == "wine" }

    /// Beer and the drinks sold like it, in cans and packs.
    package var isBeerLike: Bool {
        switch self {
        case .beer, .cider, .hardSeltzer, .fmb, .wineCooler: true
        default: false
        }
    }
}
