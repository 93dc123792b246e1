extension WordTable {
    // Groups are parted by spaces; the spellings of a group by "=", the one they are compared in first.

    /// Says nothing about which item it is.
    static let noise = """
                a an and et y e und ja og och the of by le la les l d s de du des di da del della dello dei degli do
        dos das         el los las van von der den zum in au aux vieilles viejas very tres al con with avec sur en
        no nr n bottle         bottles btl    pack pk case box bib bag tetra pet plastic carton screwcap sc keg
        hanapakkaus         pullo  viinipussi  ml cl dl ltr litre liter oz year years yr yrs yo old ans anos
        ano         vuotta vuotias jahre aged age inc llc ltd co company corp sa spa srl gmbh ag oy ab as bv sas
        scea vol abv         alc alcohol kp kpm doc docg aoc aop igt igp dop wo ava tax nv vegan pdo
        """

    /// Part of many makers' names, often left out.
    static let houses = """
                chateau=ch=cht domaine=domaines bodega=bodegas=bod vina winery=wineries=winemakers=wineworks
        wine=wines=vin=vino=vins=vinos=wein vineyard=vineyards=vyd=vnyd=vignobles=vignoble estate=estates=est
        cellar=cellars=cave=caves=cantina=cantine=cantinas weingut=weinguter tenuta=tenute=tenimenti fattoria podere
        azienda agricola casa vinicola quinta finca castello villa maison famille=family=familia
        brewery=brewing=brewers=brewhouse=brasserie=brouwerij=brauerei=panimo
        distillery=distilleries=distillers=distilling=distillerie=destileria=tislaamo vintner=vintners
        heritiers=heritage fils pere freres hermanos figli brothers bros sons imports=import
        """

    /// What the shelf already says.
    static let categories = """
                vodka=vod=vdka gin rum=rhum=ron whisky=whiskey=wsky=whsky=viski scotch=sco bourbon=bbn=brbn rye malt
        irish=irsh canadian=cndn blended=bld tequila=teq mezcal cognac=cgnc brandy=brdy=weinbrand armagnac calvados
        grappa liqueur=liquor=likeur=liqueurs=liq=likoori bitters bitter aperitif aperitivo vermouth=vermut absinthe
        beer=biere=cerveza=birra=bier=olut=bieres ale lager=lgr pilsner=pils=pilsener=pilsen stout porter ipa
        cider=cidre=siideri sake shochu soju port=porto=portviini sherry=jerez champagne=champ=samppanja sekt cava
        prosecco=prosc cremant cocktail=cocktails drink=drinks beverage beverages spirit=spirits eau vie table
        single straight kentucky tennessee islay speyside highland highlands london
        """

    /// Grape varieties.
    static let grapes = """
                cabernet=cab=cabernets sauvignon=sauv merlot syrah=shiraz malbec=malb carmenere pinot
        chardonnay=chard         riesling=ries gewurztraminer viognier semillon chenin zinfandel=zin=primitivo
        tempranillo=tempranilla         garnacha=grenache sangiovese nebbiolo barbera dolcetto corvina negroamaro
        aglianico montepulciano         albarino=alvarinho verdejo gruner veltliner muscat=moscato=moscatel
        torrontes gamay mourvedre=monastrell          verdot sirah=durif grigio gris franc touriga bonarda tannat
        pinotage trebbiano vermentino garganega         furmint
        """

    /// Countries and wine regions.
    static let places = """
                napa sonoma california=calif valley=vly coast county rioja bordeaux=bdx bourgogne=burgundy=bourg
        mendoza         marlborough toscana=tuscany piemonte piedmont veneto sicilia=sicily puglia abruzzo douro
        alentejo chile         france italy italia spain espana australia=australian argentina=argentinian germany
        austria portugal usa         american south africa african stellenbosch maipo colchagua casablanca barossa
        mclaren vale coonawarra hawkes         bay otago willamette=wlmet columbia okanagan niagara ontario british
        bc mosel rheingau pfalz alsace loire         rhone languedoc provence pays oc cotes=cote=cdr beaujolais
        chianti valpolicella soave uco north northern         southern new zealand mexico mexican french italian pessac leognan lisboa catalunya setubal venezie lodi leyda swartland tejo
        spanish german scotland scottish ireland japanese japan
        """

    /// Colours of wine and of clear or dark spirits.
    static let colours = """
                red=rouge=tinto=rosso=rot=rotwein=punaviini=rd white=blanc=bianco=blanco=weiss=valkoviini=branco=wht
        silver=slvr=plata noir
        """

    /// Makes another item of it.
    static let variants = """
                vqa saten magnum
                rose=rosado=rosato=rosa=roseviini=rse=blush reserva=reserve=riserva=rsv=rsrv=reserves
        gran=grand=grande         crianza joven sparkling=mousseux=spumante=frizzante blancdeblancs blancdenoirs
        premier=premiere=1er cru         cuvee superiore=superieur classico=classique ripasso amarone recioto
        brunello barolo barbaresco blend xo         vsop vs reposado=repo=rpsd anejo=anj cristalino extra
        sec=seco=secco demi semi doux dulce sweet dolce dry         trocken feinherb kabinett spatlese auslese
        beerenauslese trockenbeerenauslese eiswein=icewine late harvest         vendanges tardives
        vines=vine=vignes=vinas nature zero ultra light=lite=lt dark black gold=oro amber blue         green yellow
        purple orange spiced=spcd double=dbl triple cask=csk barrel=brl=barrica=ba can=cans=cn=tolkki=kartonkitolkki
        petit small=sm batch         strength=proof overproof navy bonded peated smoky=smoke sherried finish select
        special limited edition         gift=gft=lahjapakkaus=coffret set=combo=vap glass=glasses mini minis
        miniature bundle apple=apl=pomme lime         lemon=citron=citroen=limon cherry=cerise peach=pch=peche
        vanilla=vanille=vanil honey=hny=miel cinnamon=cinn         coconut=cocnt=coco raspberry=rasp=framboise
        strawberry=strawb=fraise blueberry cranberry=cran         pineapple=pineapl=ananas mango=mngo
        watermelon=wtrmln grapefruit=grpfrt=pamplemousse pear=poire plum melon         banana=banane ginger
        mint=menthe peppermint pepper coffee=cafe espresso chocolate=chocolat         caramel=toffee=butterscotch
        cream=creme=crm pumpkin maple jalapeno habanero cucumber passion passionfruit         tropical berry berries
        currant cassis citrus hibiscus mandarin mandrin tangerine guava lychee elderflower         lavender rhubarb
        violet organic=bio=luomu alcoholfree alkoholiton nonalcoholic=na kosher unfiltered=unoaked         tawny
        ruby lbv colheita vintage=millesime=millesimato fino manzanilla oloroso amontillado cortado=palo px
        ximenez session imperial wheat hefeweizen=hefe weisse witbier=wit radler hazy juicy sour saison tripel
        dubbel quadrupel bock doppelbock dunkel helles marzen oktoberfest
        """
}
