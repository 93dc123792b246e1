extension KnownBrands {
    static let beers = """
        Bud Light | ~bud lt | beer
        Budweiser | ~bud | beer
        Michelob Ultra | ~mich ultra, ~mul | beer
        Michelob |  | beer
        Coors Light | ~coors lt | beer
        Coors |  | beer
        Miller Genuine Draft | ~mgd | beer
        Miller Lite | ~mill lt, ~miller lt | beer
        Miller High Life | ~mhl | beer
        Miller |  | beer
        Pabst Blue Ribbon | ~pbr | beer
        Modelo |  | beer
        Dos Equis | dos xx | beer
        Corona |  | beer
        Pacifico |  | beer
        Tecate |  | beer
        Heineken | ~hein | beer
        Amstel |  | beer
        Stella Artois | ~stella | beer
        Guinness |  | beer
        Yuengling | ~yueng | beer
        Samuel Adams | ~sam ad, sam adams | beer
        Sierra Nevada | ~sierra nev | beer
        Goose Island | ~gi | beer
        New Belgium | ~nb | beer
        Dogfish Head | ~dfh | beer
        Lagunitas | ~lag | beer
        Blue Moon | ~blue mn | beer
        Founders |  | beer
        3 Floyds | three floyds | beer
        Bell's | bells | beer
        Deschutes |  | beer
        805 |  | beer
        Firestone Walker |  | beer
        Stone Brewing |  | beer
        Keystone |  | beer
        Natural Light | ~natty lt | beer
        Busch Light | ~busch lt | beer
        Busch |  | beer
        Peroni |  | beer
        Carlsberg |  | beer
        Karhu |  | beer
        Lapin Kulta |  | beer
        White Claw | ~wht claw, ~wc | hard_seltzer!
        Truly |  | hard_seltzer!
        Vizzy |  | hard_seltzer!
        Four Loko |  | fmb!
        Mike's Hard Lemonade | mikes hard, mikes hard lemonade | fmb!
        Smirnoff Ice |  | fmb!
        Twisted Tea |  | fmb!
        Angry Orchard |  | cider!
        Strongbow |  | cider!
        Somersby |  | cider!
        Red Bull |  | non_alcoholic!
        Monster Energy |  | non_alcoholic!
        Coca-Cola | coca cola, coke | non_alcoholic!
        Pepsi |  | non_alcoholic!
        Fever-Tree | fever tree | non_alcoholic!
        """
}
