extension KnownBrands {
    static let wines = """
        Meiomi |  | wine
        Kendall-Jackson | kendall jackson, ~kendall jack, ~kj | wine
        Chateau Ste. Michelle | chateau ste michelle, ~cht ste mich, ~ch ste mich, ~cht ste michelle | wine
        Josh Cellars | ~josh | wine
        La Marca |  | wine_sparkling
        14 Hands |  | wine
        19 Crimes |  | wine
        7 Deadly | 7 deadly zins | wine
        Opus One |  | wine_red
        Veuve Clicquot | ~veuve clicq, ~vcp | champagne
        Moët & Chandon | moet chandon, moet and chandon, moet | champagne
        Dom Pérignon | dom perignon, ~dp | champagne
        Krug |  | champagne
        Bollinger |  | champagne
        Pol Roger |  | champagne
        Taittinger |  | champagne
        Piper-Heidsieck | piper heidsieck | champagne
        Perrier-Jouët | perrier jouet | champagne
        Stella Rosa |  | wine_red
        Ruffino |  | wine
        King Estate | ~king est | wine
        Charles Smith |  | wine
        Sutter Home |  | wine
        Barefoot |  | wine
        Yellow Tail | yellowtail | wine
        Robert Mondavi | ~rmondavi, ~r mondavi, ~rob mondavi | wine
        Caymus |  | wine_red
        Silver Oak |  | wine_red
        Duckhorn |  | wine
        La Crema |  | wine
        Rombauer |  | wine
        Decoy |  | wine
        Apothic |  | wine
        Ménage à Trois | menage a trois | wine
        Bota Box |  | wine
        Black Box |  | wine
        Franzia |  | wine
        Beringer |  | wine
        Woodbridge |  | wine
        Cupcake |  | wine
        Kim Crawford |  | wine
        Oyster Bay |  | wine
        Cloudy Bay |  | wine
        Whispering Angel |  | wine_rose
        Santa Margherita |  | wine
        Cavit |  | wine
        Mezzacorona |  | wine
        Freixenet |  | wine_sparkling
        Korbel |  | wine_sparkling
        Chandon |  | wine_sparkling
        Mionetto |  | wine_sparkling
        Cook's | cooks | wine_sparkling
        André | andre | wine_sparkling
        Concha y Toro |  | wine
        Casillero del Diablo |  | wine_red
        Penfolds |  | wine
        Jacob's Creek | jacobs creek | wine
        Antinori |  | wine
        Torres |  | wine
        Taylor Fladgate |  | port
        Bartles & Jaymes | bartles jaymes, ~b j | wine_cooler
        """
}
