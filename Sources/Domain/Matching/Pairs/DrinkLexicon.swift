/// What kind of drink a word means and which country, in English, French, Finnish, German, Spanish and Italian.
enum DrinkLexicon {
    private static let meanings: [(meaning: String, words: String)] = [
        ("wine", "vin wine wines viini viinit"),
        ("red", "rouge red tinto rosso"),
        ("white", "blanc white bianco"),
        ("rose", "rose rosado"),
        ("red wine", "punaviinit"),
        ("white wine", "valkoviinit"),
        ("rose wine", "roseviinit"),
        ("sparkling wine", "kuohuviinit"),
        ("champagne", "samppanjat champagne"),
        ("sparkling", "mousseux sparkling"),
        ("beer", "oluet beer biere ale lager"),
        ("cider", "siiderit cidre cider"),
        ("whisky", "viskit whisky whiskey"),
        ("scotch", "scotch ecossais"),
        ("vodka", "vodkat vodka"),
        ("rum", "rhum rommit rum"),
        ("gin", "ginit gin"),
        ("cognac", "konjakit cognac"),
        ("brandy", "brandyt brandy"),
        ("liqueur", "likoorit liqueur"),
        ("bitter", "katkerot"),
        ("tequila", "tequila"),
        ("sake", "saket sake"),
        ("port", "porto port portviinit"),
        ("sherry", "sherryt sherry xeres"),
        ("vermouth", "vermutit vermouth"),
        ("usa", "etats unis usa yhdysvallat"),
        ("italy", "italie italia italy"),
        ("spain", "espagne espanja spain"),
        ("france", "ranska france"),
        ("germany", "allemagne saksa germany"),
        ("portugal", "portugali portugal"),
        ("austria", "autriche itavalta austria"),
        ("australia", "australie australia"),
        ("chile", "chili chile"),
        ("argentina", "argentine argentiina argentina"),
        ("uk", "royaume uni kingdom united skotlanti englanti scotland"),
        ("ireland", "irlande irlanti ireland irlannin"),
        ("greece", "grece kreikka greece"),
        ("belgium", "belgique belgia belgium"),
        ("japan", "japon japani japan"),
        ("canada", "canada kanada"),
        ("finland", "suomi finland"),
        ("sweden", "ruotsi suede sweden"),
        ("mexico", "mexique meksiko mexico"),
        ("newzealand", "zelande uusi zealand"),
        ("southafrica", "afrique etela africa"),
        ("hungary", "hongrie unkari hungary"),
        ("poland", "pologne puola poland"),
        ("russia", "russie venaja russia"),
        ("netherlands", "bas alankomaat netherlands"),
        ("jamaica", "jamaique jamaika jamaica"),
    ]

    private static let byWord: [String: [String]] = meanings.reduce(into: [:]) { found, entry in
        for word in entry.words.split(separator: " ") {
            found[String(word), default: []] += entry.meaning.split(separator: " ").map(String.init)
        }
    }

    /// What a word means; empty for one that is not known.
    static func meanings(of word: String) -> [String] { byWord[word] ?? [] }

    /// What the words of a clean text mean.
    static func meanings(in text: String) -> Set<String> {
        Set(text.split(separator: " ").flatMap { byWord[String($0)] ?? [] })
    }

    /// Words that stand in any name.
    static let fillers: Set<String> = Set(
        ("the a an of for and with by in on to de la le les du des et d l y el en und mit der die das von per "
            + "con the inc co ltd corp at").split(separator: " ").map(String.init))
}
