/// What kind of drink a demo product is.
enum DrinkClass: String, CaseIterable, Sendable {
    case bourbon, rye, scotch, irish, vodka, gin, rum, tequila, mezcal, cognac, liqueur
    case red, white, rose, sparkling
    case beer, seltzer, cocktail

    var department: String {
        switch self {
        case .red, .white, .rose, .sparkling: "Wine"
        case .beer: "Beer"
        case .seltzer, .cocktail: "Ready to drink"
        default: "Spirits"
        }
    }

    /// The words of sources for the class.
    var label: String {
        switch self {
        case .bourbon: "Bourbon"
        case .rye: "Rye Whiskey"
        case .scotch: "Scotch Whisky"
        case .irish: "Irish Whiskey"
        case .vodka: "Vodka"
        case .gin: "Gin"
        case .rum: "Rum"
        case .tequila: "Tequila"
        case .mezcal: "Mezcal"
        case .cognac: "Brandy & Cognac"
        case .liqueur: "Liqueur"
        case .red: "Red Wine"
        case .white: "White Wine"
        case .rose: "Rosé Wine"
        case .sparkling: "Sparkling Wine"
        case .beer: "Beer"
        case .seltzer: "Hard Seltzer"
        case .cocktail: "Canned Cocktail"
        }
    }

    var isWine: Bool { department == "Wine" }
    /// Sold by the pack of cans or bottles, not by the single bottle.
    var isPacked: Bool { self == .beer || self == .seltzer || self == .cocktail }

    /// Demand in a month (1…12) as a factor around 1, after what shops report: rosé and cans in summer, whisky and
    /// sparkling wine before the holidays.
    func season(month: Int) -> Double {
        let summer = [0.75, 0.75, 0.85, 0.95, 1.15, 1.35, 1.45, 1.35, 1.05, 0.9, 0.8, 0.85]
        let holidays = [0.8, 0.85, 0.85, 0.85, 0.9, 0.9, 0.85, 0.9, 0.95, 1.05, 1.35, 1.75]
        let mild = [0.9, 0.92, 0.95, 0.98, 1.02, 1.05, 1.05, 1.02, 1.0, 1.0, 1.05, 1.15]
        switch self {
        case .rose, .seltzer, .cocktail, .beer, .white, .gin, .tequila: return summer[month - 1]
        case .scotch, .bourbon, .cognac, .liqueur, .sparkling, .red, .irish: return holidays[month - 1]
        default: return mild[month - 1]
        }
    }
}
