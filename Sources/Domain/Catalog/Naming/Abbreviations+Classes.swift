extension Abbreviations {
    static let classes = """
        vodka, ~vod, ~vdka, ~vodk | Vodka | noun | vodka
        gin | Gin | noun | gin
        genever, jenever | Genever | noun | genever
        rum, ~rhm, rhum | Rum | noun | rum
        ron | Ron | noun | rum
        cachaca | Cachaça | noun | cachaca
        whiskey, ~wsky, ~wsk | Whiskey | noun | whiskey
        whisky, ~whsky, ~whky | Whisky | noun | whiskey
        bourbon, ~bbn, ~brbn, ~brb, ~bourb | Bourbon | noun | bourbon
        bourbon whiskey, ~bbn wsky, ~bbn whsky | Bourbon Whiskey | noun | bourbon
        rye, rye whiskey, rye whisky | Rye | noun | rye
        scotch, ~sco, ~scot | Scotch | noun | scotch
        scotch whisky, blended scotch whisky | Scotch Whisky | noun | scotch
        single malt, ~smalt, ~sngl mlt, ~sm | Single Malt Scotch | noun | singleMalt
        single malt scotch, ~sngl mlt sco, ~smalt sco | Single Malt Scotch | noun | singleMalt scotch
        single malt scotch whisky | Single Malt Scotch | noun | singleMalt scotch
        canadian whisky, ~cndn whsky, ~cndn wsky, ~can wsky, ~can whsky, ~can whisky | Canadian Whisky | noun | canadian
        canadian, ~cndn | Canadian | other | canadian
        tennessee, ~tenn | Tennessee | other | tennessee
        irish whiskey, ~irsh wsky, ~irish wsky | Irish Whiskey | noun | irish
        irish, ~irsh | Irish | other | irish
        japanese whisky | Japanese Whisky | noun | japanese
        tequila, ~teq, ~tq | Tequila | noun | tequila
        mezcal, ~mez | Mezcal | noun | mezcal
        liqueur, licor, ~liq, ~lqr, ~liqr | Liqueur | hidden | liqueur
        cordial, ~cord | Cordial | noun | liqueur
        schnapps, ~schn, ~schnp | Schnapps | noun | schnapps
        brandy, ~brdy, ~brnd | Brandy | noun | brandy
        cognac, ~cgnc, ~cog | Cognac | noun | cognac
        armagnac, ~armag | Armagnac | noun | armagnac
        calvados | Calvados | noun | calvados
        pisco | Pisco | noun | pisco
        grappa | Grappa | noun | grappa
        vermouth, ~verm | Vermouth | noun | vermouth
        bitters, ~btrs | Bitters | noun | bitters
        amaro | Amaro | noun | amaro
        sambuca | Sambuca | noun | anise
        ouzo | Ouzo | noun | anise
        pastis | Pastis | noun | anise
        cocktail, ~cktl, ~ccktl | Cocktail | noun | cocktail
        rtd | Cocktail | hidden | cocktail
        margarita, ~marg | Margarita | noun | margarita
        pina colada, ~pina col | Piña Colada | other | flavour
        mojito | Mojito | noun | cocktail
        seltzer, ~sltz, ~sltzr | Seltzer | noun | seltzer
        hard seltzer, ~hs | Hard Seltzer | noun | seltzer
        energy, energy drink, ~enrgy | Energy Drink | noun | nonAlcoholic
        ~na, n a, non alcoholic, alcohol free, dealcoholized | Non-Alcoholic | hidden | nonAlcoholic
        fmb, ~mlt bev, malt beverage | Malt Beverage | noun | malt
        wine cooler, ~wine clr | Wine Cooler | noun | cooler wine
        cooler, ~clr | Cooler | noun | cooler
        mix, mixer | Mix | noun | mix
        michelada | Michelada | other | mix
        sake | Sake | noun | sake
        soju | Soju | noun | soju
        shochu | Shochu | noun | shochu
        baijiu | Baijiu | noun | baijiu
        aquavit, akvavit | Aquavit | noun | aquavit
        absinthe | Absinthe | noun | absinthe
        moonshine | Moonshine | noun | moonshine
        variety, variety pack, ~var, ~var pk, ~variety pk | Variety Pack | other | variety
        """
}
