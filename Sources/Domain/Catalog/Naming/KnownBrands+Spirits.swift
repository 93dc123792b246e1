extension KnownBrands {
    static let spirits = """
        Tito's | titos, tito s | vodka
        Jim Beam |  | bourbon
        Woodford Reserve | ~woodford rsv, ~woodford, ~wdfd rsv | bourbon
        Elijah Craig | ~ec, ~elijah crg | bourbon
        Patrón | patron | tequila
        Don Julio | ~dj, ~don jul | tequila
        Casamigos |  | tequila
        Johnnie Walker | ~johnnie wlkr, ~jw, ~j walker, ~johnnie wkr | scotch_blended
        Glenfiddich | ~glenfid | scotch_single_malt
        Glenlivet | the glenlivet | scotch_single_malt
        Macallan | the macallan | scotch_single_malt
        Balvenie | the balvenie | scotch_single_malt
        Lagavulin |  | scotch_single_malt
        Laphroaig |  | scotch_single_malt
        Ardbeg |  | scotch_single_malt
        Talisker |  | scotch_single_malt
        Bowmore |  | scotch_single_malt
        Oban |  | scotch_single_malt
        Glenmorangie |  | scotch_single_malt
        Aberlour |  | scotch_single_malt
        Malibu |  | rum_flavored
        Jack Daniel's | jack daniels, jack daniel, ~jd, ~jack dan, ~j daniels | whiskey_tennessee
        Captain Morgan | ~capt morgan, ~cpt morgan, ~capt morg, ~cpt morg | rum
        Baileys |  | liqueur_cream
        Kahlúa | kahlua | liqueur_coffee
        Licor 43 |  | liqueur
        Evan Williams | ~evan wms, ~ew, ~evan will | bourbon
        Knob Creek | ~knob crk | bourbon
        Grey Goose | ~gg | vodka
        Rumple Minze |  | liqueur_schnapps
        Clase Azul |  | tequila
        Angostura |  | 
        Absolut |  | vodka
        Hennessy | ~henn, ~hennesy | cognac
        Rémy Martin | remy martin, remy | cognac
        Courvoisier |  | cognac
        Martell |  | cognac
        Crown Royal | ~cr, ~crwn ryl, ~crown ryl | whiskey_canadian
        Canadian Club |  | whiskey_canadian
        Black Velvet |  | whiskey_canadian
        High Noon |  | rtd!
        1800 |  | tequila
        1792 |  | bourbon
        818 |  | tequila
        21 Seeds |  | tequila
        99 Bananas |  | liqueur_schnapps
        400 Conejos |  | mezcal
        Del Maguey |  | mezcal
        Vat 69 |  | scotch_blended
        Monkey 47 |  | gin
        Pimm's | pimms | liqueur
        Fireball |  | whiskey_flavored
        Buffalo Trace | ~bt, ~buff trace | bourbon
        Cutwater |  | 
        Jose Cuervo | ~jc, ~j cuervo, cuervo | tequila
        DeLeón | deleon | tequila
        Dewar's | dewars | scotch_blended
        Chivas Regal | chivas | scotch_blended
        J&B | ~j b, j and b | scotch_blended
        Famous Grouse | the famous grouse | scotch_blended
        Ballantine's | ballantines | scotch_blended
        Grant's | grants | scotch_blended
        Popov |  | vodka
        Smirnoff | ~smirn | vodka
        Ketel One | ~ketel 1 | vodka
        Stolichnaya | stoli | vodka
        Svedka |  | vodka
        New Amsterdam |  | 
        Skyy |  | vodka
        Finlandia |  | vodka
        Belvedere |  | vodka
        Cîroc | ciroc | vodka
        Pinnacle |  | vodka
        Lunazul |  | tequila
        Espolòn | espolon | tequila
        Herradura |  | tequila
        El Jimador |  | tequila
        Hornitos |  | tequila
        Sauza |  | tequila
        Cazadores |  | tequila
        Milagro |  | tequila
        Corralejo |  | tequila
        Ron Abuelo |  | rum
        Bacardi | bacardí | rum
        Appleton | appleton estate | rum
        Mount Gay |  | rum
        Havana Club |  | rum
        Ron Zacapa | zacapa | rum_aged
        Diplomático | diplomatico | rum
        Sailor Jerry |  | rum_spiced
        Kraken | the kraken | rum_spiced
        Bundaberg |  | rum
        Don Q |  | rum
        Maker's Mark | makers mark, ~mm | bourbon
        Wild Turkey | ~wt | bourbon
        Old Forester | ~of, ~old forstr | bourbon
        Bulleit |  | bourbon
        Four Roses |  | bourbon
        Basil Hayden | basil haydens | bourbon
        Michter's | michters | 
        Old Grand-Dad | old grand dad | bourbon
        Heaven Hill |  | 
        Larceny |  | bourbon
        Angel's Envy | angels envy | bourbon
        Blanton's | blantons | bourbon
        Eagle Rare |  | bourbon
        Weller |  | bourbon
        Booker's | bookers | bourbon
        Baker's | bakers | bourbon
        Templeton |  | rye
        Sazerac |  | rye
        Jameson |  | whiskey_irish
        Bushmills |  | whiskey_irish
        Tullamore Dew | tullamore d e w | whiskey_irish
        Redbreast |  | whiskey_irish
        Suntory Toki | toki | whiskey_japanese
        Bombay Sapphire | ~bs, ~bombay saph, bombay | gin
        Tanqueray | ~tanq | gin
        Beefeater |  | gin
        Hendrick's | hendricks | gin
        Gordon's | gordons | 
        Aviation |  | gin
        Roku |  | gin
        Seagram's | seagrams | 
        Grand Marnier | ~gm, ~grand marn | liqueur
        Cointreau |  | liqueur
        Jägermeister | jagermeister, ~jager | liqueur
        Aperol |  | liqueur
        Campari |  | liqueur
        Disaronno |  | liqueur
        Chambord |  | liqueur
        Frangelico |  | liqueur
        Drambuie |  | liqueur
        St-Germain | st germain | liqueur
        Southern Comfort | so co | whiskey_flavored
        DeKuyper | de kuyper | 
        Fernet-Branca | fernet branca | liqueur_amaro
        Marie Brizard |  | liqueur
        RumChata | rum chata | liqueur_cream
        E&J | e and j | brandy
        Paul Masson |  | brandy
        Christian Brothers |  | brandy
        Martini & Rossi | martini rossi | vermouth
        """
}
