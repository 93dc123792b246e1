extension Abbreviations {
    static let wines = """
        cabernet sauvignon, ~cab, ~cab sauv, ~cab sauvignon, ~cs | Cabernet Sauvignon | noun | redGrape
        cabernet franc, ~cab fr, ~cab franc | Cabernet Franc | noun | redGrape
        cabernet | Cabernet | noun | redGrape
        merlot, ~merl, ~mrlt | Merlot | noun | redGrape
        pinot noir, ~pn, ~p noir, ~pnoir | Pinot Noir | noun | redGrape
        pinot grigio, ~pg, ~p grigio, ~pgrig | Pinot Grigio | noun | whiteGrape
        pinot gris, ~p gris | Pinot Gris | noun | whiteGrape
        pinot blanc | Pinot Blanc | noun | whiteGrape
        chardonnay, ~chard, ~chd | Chardonnay | noun | whiteGrape
        sauvignon blanc, ~sauv bl, ~sauv blanc, ~sb, ~svbl | Sauvignon Blanc | noun | whiteGrape
        riesling, ~ries, ~rslg | Riesling | noun | whiteGrape
        zinfandel, ~zin | Zinfandel | noun | redGrape
        white zinfandel, white zin, ~wh zin, ~wht zin | White Zinfandel | noun | rose wine
        syrah, ~syr, ~syrh | Syrah | noun | redGrape
        shiraz, ~shz | Shiraz | noun | redGrape
        petite sirah, petite syrah | Petite Sirah | noun | redGrape
        malbec, ~malb | Malbec | noun | redGrape
        tempranillo, ~temp | Tempranillo | noun | redGrape
        sangiovese, ~sang | Sangiovese | noun | redGrape
        grenache, garnacha | Grenache | noun | redGrape
        nebbiolo | Nebbiolo | noun | redGrape
        barbera | Barbera | noun | redGrape
        montepulciano | Montepulciano | noun | redGrape
        primitivo | Primitivo | noun | redGrape
        carmenere | Carménère | noun | redGrape
        gamay | Gamay | noun | redGrape
        pinotage | Pinotage | noun | redGrape
        mourvedre, monastrell | Mourvèdre | noun | redGrape
        gruner veltliner, ~gru velt | Grüner Veltliner | noun | whiteGrape
        gewurztraminer | Gewürztraminer | noun | whiteGrape
        chenin blanc | Chenin Blanc | noun | whiteGrape
        viognier | Viognier | noun | whiteGrape
        albarino | Albariño | noun | whiteGrape
        verdejo | Verdejo | noun | whiteGrape
        vermentino | Vermentino | noun | whiteGrape
        torrontes | Torrontés | noun | whiteGrape
        semillon | Sémillon | noun | whiteGrape
        moscato, ~mosc | Moscato | noun | whiteGrape
        pecorino | Pecorino | noun | whiteGrape
        prosecco, ~prosc | Prosecco | noun | sparkling
        champagne, ~champ | Champagne | noun | champagne
        cava | Cava | noun | sparkling
        cremant | Crémant | noun | sparkling
        sparkling, ~sprk, ~spkl, spumante | Sparkling | noun | sparkling
        lambrusco | Lambrusco | noun | sparkling
        brut, ~brt | Brut | noun | brut
        brut rose | Brut Rosé | noun | brut rose
        rose, ~rse, ~ros | Rosé | noun | rose
        rosado | Rosado | noun | rose
        red blend, ~rd blnd, ~red blnd | Red Blend | noun | red wine
        red wine, vin rouge, vino rosso | Red Wine | noun | red wine
        white wine, vin blanc, vino bianco | White Wine | noun | white wine
        vino tto, vino tinto | Vino Tinto | hidden | red wine
        vino bco, vino blanco | Vino Blanco | hidden | white wine
        wine, vino | Wine | noun | wine
        port, porto | Port | noun | port
        sherry | Sherry | noun | sherry
        madeira | Madeira | noun | madeira
        marsala | Marsala | noun | marsala
        sangria | Sangria | noun | sangria
        mead | Mead | noun | mead
        vintners reserve, ~vntr rsv, ~vntnr rsv | Vintner's Reserve | other |
        ~est | Estate | other |
        ~vyd, ~vnyd | Vineyard | other |
        ~blnc de blncs | Blanc de Blancs | other |
        ~impl, imperial | Imperial | other |
        columbia valley, ~col vly | Columbia Valley | region | region
        sonoma coast, ~son cst | Sonoma Coast | region | region
        sonoma | Sonoma | region | region
        russian river valley, ~rrv | Russian River Valley | region | region
        willamette valley, ~will vly | Willamette Valley | region | region
        willamette, ~wlmet | Willamette | region | region
        paso robles, ~paso | Paso Robles | region | region
        napa valley, ~napa | Napa Valley | region | region
        ~calif | California | region | region
        marlborough | Marlborough | region | region
        mendoza | Mendoza | region | region
        bordeaux, ~bdx | Bordeaux | region | region
        burgundy, bourgogne, ~bourg | Bourgogne | region | region
        cotes du rhone, ~cdr | Côtes du Rhône | region | region
        chateauneuf du pape, ~cndp, ~cdp | Châteauneuf-du-Pape | region | redRegion
        alsace | Alsace | region | region
        chablis | Chablis | region | whiteRegion
        sancerre | Sancerre | region | whiteRegion
        pouilly fuisse | Pouilly-Fuissé | region | whiteRegion
        pouilly fume | Pouilly-Fumé | region | whiteRegion
        muscadet | Muscadet | region | whiteRegion
        meursault | Meursault | region | whiteRegion
        soave | Soave | region | whiteRegion
        gavi | Gavi | region | whiteRegion
        vinho verde | Vinho Verde | region | whiteRegion
        pauillac | Pauillac | region | redRegion
        margaux | Margaux | region | redRegion
        saint emilion, st emilion | Saint-Émilion | region | redRegion
        pomerol | Pomerol | region | redRegion
        medoc, haut medoc | Médoc | region | redRegion
        beaujolais | Beaujolais | region | redRegion
        gigondas | Gigondas | region | redRegion
        barolo | Barolo | region | redRegion
        barbaresco | Barbaresco | region | redRegion
        brunello di montalcino | Brunello di Montalcino | region | redRegion
        chianti, chianti classico | Chianti | region | redRegion
        valpolicella | Valpolicella | region | redRegion
        amarone | Amarone | region | redRegion
        ripasso | Ripasso | region | redRegion
        rioja | Rioja | region | region
        ribera del duero | Ribera del Duero | region | redRegion
        docg, doc, aoc, aop, igt, igp, vqa, dop | | hidden | region
        """
}
