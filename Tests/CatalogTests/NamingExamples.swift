/// 85 distributor lines with the fields a careful reader gives them, composed for this project. JSON Lines; `ambiguous`
/// lists fields that must be left open, an absent key is a field the line does not state.
enum NamingExamples {
    static let lines = #"""
        {"raw": "TITOS HNDMD VOD 80 750ML", "style": "A", "brand": "Tito's", "product": "Handmade Vodka", "cls": "vodka", "proof": 80, "abv": 40.0, "ml": 750}
        {"raw": "JIM BEAM BBN 80 PET 1.75L", "style": "A", "brand": "Jim Beam", "product": "Bourbon", "cls": "bourbon", "proof": 80, "abv": 40.0, "ml": 1750, "container": "PET"}
        {"raw": "WOODFORD RSV BBN DBL OAK 90.4 750ML", "style": "A", "brand": "Woodford Reserve", "product": "Double Oaked Bourbon", "cls": "bourbon", "proof": 90.4, "abv": 45.2, "ml": 750}
        {"raw": "ELIJAH CRAIG BBN SM BTCH 94 375ML", "style": "A", "brand": "Elijah Craig", "product": "Small Batch Bourbon", "cls": "bourbon", "proof": 94, "abv": 47.0, "ml": 375}
        {"raw": "PATRON TEQ SLVR 80 1.0L", "style": "A", "brand": "Patrón", "product": "Silver Tequila", "cls": "tequila_blanco", "proof": 80, "abv": 40.0, "ml": 1000}
        {"raw": "DON JULIO TEQ ANEJO 1942 80 750ML", "style": "A", "brand": "Don Julio", "product": "1942 Añejo Tequila", "cls": "tequila_anejo", "proof": 80, "abv": 40.0, "ml": 750, "note": "1942 is the product name, not a vintage"}
        {"raw": "CASAMIGOS TEQ REPO 80 PAD(12) 50ML", "style": "A", "brand": "Casamigos", "product": "Reposado Tequila", "cls": "tequila_reposado", "proof": 80, "abv": 40.0, "ml": 50, "per_pack": 12, "packs": null, "units": null, "ambiguous": ["packs"]}
        {"raw": "JOHNNIE WLKR SCO BLK 12YR 80 750ML", "style": "A", "brand": "Johnnie Walker", "product": "Black Label Scotch 12 Year", "cls": "scotch_blended", "age": 12, "proof": 80, "abv": 40.0, "ml": 750}
        {"raw": "GLENFIDDICH SMALT 15YR SOLERA 80 750ML", "style": "A", "brand": "Glenfiddich", "product": "Solera 15 Year Single Malt Scotch", "cls": "scotch_single_malt", "age": 15, "proof": 80, "abv": 40.0, "ml": 750}
        {"raw": "MALIBU CKTL PINA COL 14 CAN6/4P 355ML", "style": "A", "brand": "Malibu", "product": "Piña Colada Cocktail", "cls": "rtd", "proof": 14, "abv": 7.0, "ml": 355, "per_pack": 4, "packs": 6, "units": 24, "container": "CAN", "note": "14 is proof (RTD), not vintage 2014"}
        {"raw": "MEIOMI PNOIR CALIF 22 750ML", "style": "A", "brand": "Meiomi", "product": "Pinot Noir California", "cls": "wine_red", "vintage": 2022, "ml": 750, "note": "bare two digits before size = vintage because class is wine"}
        {"raw": "KENDALL JACK CHARD VNTR RSV 23 375ML", "style": "A", "brand": "Kendall-Jackson", "product": "Vintner's Reserve Chardonnay", "cls": "wine_white", "vintage": 2023, "ml": 375}
        {"raw": "CHT STE MICH RIES COL VLY 22 750ML", "style": "A", "brand": "Chateau Ste. Michelle", "product": "Riesling Columbia Valley", "cls": "wine_white", "vintage": 2022, "ml": 750}
        {"raw": "JOSH CAB SAUV 21 (SC) 1.5L", "style": "A", "brand": "Josh Cellars", "product": "Cabernet Sauvignon", "cls": "wine_red", "vintage": 2021, "ml": 1500, "flags": ["screwcap"]}
        {"raw": "LA MARCA PROSECCO PAD24 187ML", "style": "A", "brand": "La Marca", "product": "Prosecco", "cls": "wine_sparkling", "ml": 187, "per_pack": 1, "packs": 24, "units": 24, "flags": ["loose_24"], "note": "PADn on its own read as n loose units per tray (ASSUMED)"}
        {"raw": "JACK DANIELS WSKY TENN HNY 70 200ML", "style": "A", "brand": "Jack Daniel's", "product": "Tennessee Honey", "cls": "whiskey_flavored", "proof": 70, "abv": 35.0, "ml": 200}
        {"raw": "CAPT MORGAN RUM SPCD 70 PET 1.75L", "style": "A", "brand": "Captain Morgan", "product": "Spiced Rum", "cls": "rum_spiced", "proof": 70, "abv": 35.0, "ml": 1750, "container": "PET"}
        {"raw": "BAILEYS LIQ IRISH CRM 34 750ML", "style": "A", "brand": "Baileys", "product": "Irish Cream", "cls": "liqueur_cream", "proof": 34, "abv": 17.0, "ml": 750}
        {"raw": "LICOR 43 LIQ 62 750ML", "style": "A", "brand": "Licor 43", "product": "Licor 43", "cls": "liqueur", "proof": 62, "abv": 31.0, "ml": 750, "note": "43 belongs to the brand; the LAST number before size is the proof"}
        {"raw": "EVAN WMS BBN BIB WHT 100 1.0L", "style": "A", "brand": "Evan Williams", "product": "White Label Bottled in Bond Bourbon", "cls": "bourbon", "proof": 100, "abv": 50.0, "ml": 1000, "flags": ["bottled_in_bond"], "note": "BIB = bottled in bond for whiskey, bag-in-box for wine"}
        {"raw": "KNOB CRK BBN SGL BRL SEL 120 750ML", "style": "A", "brand": "Knob Creek", "product": "Single Barrel Select Bourbon", "cls": "bourbon", "proof": 120, "abv": 60.0, "ml": 750, "flags": ["single_barrel"]}
        {"raw": "GREY GOOSE VOD L ORANGE 80 50ML", "style": "A", "brand": "Grey Goose", "product": "L'Orange Vodka", "cls": "vodka_flavored", "proof": 80, "abv": 40.0, "ml": 50}
        {"raw": "MALIBU RUM COCNT 42 1.0L", "style": "A", "brand": "Malibu", "product": "Coconut Rum Liqueur", "cls": "rum_flavored", "proof": 42, "abv": 21.0, "ml": 1000}
        {"raw": "RUMPLE MINZE LIQ PEP SCHN 100 750ML", "style": "A", "brand": "Rumple Minze", "product": "Peppermint Schnapps", "cls": "liqueur_schnapps", "proof": 100, "abv": 50.0, "ml": 750}
        {"raw": "CLASE AZUL TEQ REPO 80 GFT BX 750ML", "style": "A", "brand": "Clase Azul", "product": "Reposado Tequila", "cls": "tequila_reposado", "proof": 80, "abv": 40.0, "ml": 750, "flags": ["gift_box"]}
        {"raw": "14 HANDS MERLOT 21 750ML", "style": "A", "brand": "14 Hands", "product": "Merlot", "cls": "wine_red", "vintage": 2021, "ml": 750, "note": "leading number is the brand"}
        {"raw": "OPUS ONE NAPA RED 19 750ML", "style": "A", "brand": "Opus One", "product": "Napa Valley Red", "cls": "wine_red", "vintage": 2019, "ml": 750}
        {"raw": "VEUVE CLICQ BRUT YEL LBL NV 750ML", "style": "A", "brand": "Veuve Clicquot", "product": "Yellow Label Brut", "cls": "champagne", "vintage": "NV", "ml": 750}
        {"raw": "ANGOSTURA BITTERS AROM 89.4 4Z", "style": "A", "brand": "Angostura", "product": "Aromatic Bitters", "cls": "bitters", "proof": 89.4, "abv": 44.7, "ml": 118}
        {"raw": "ABSOLUT VODKA 12B 750M", "style": "B", "brand": "Absolut", "product": "Vodka", "cls": "vodka", "ml": 750, "per_pack": 1, "packs": 12, "units": 12, "note": "750M = truncated 750ML; 12B = 12 bottles per case"}
        {"raw": "HENNESSY VS CGNC 12B 750M W/GLS", "style": "B", "brand": "Hennessy", "product": "V.S Cognac", "cls": "cognac", "ml": 750, "per_pack": 1, "packs": 12, "units": 12, "flags": ["gift_with_glass"]}
        {"raw": "CROWN ROYAL CNDN WHSKY APPLE 24B 375M", "style": "B", "brand": "Crown Royal", "product": "Regal Apple", "cls": "whiskey_flavored", "ml": 375, "per_pack": 1, "packs": 24, "units": 24}
        {"raw": "HIGH NOON VODKA PINEAPL 6/4PK 12Z CN", "style": "B", "brand": "High Noon", "product": "Pineapple Vodka Seltzer", "cls": "rtd", "ml": 355, "per_pack": 4, "packs": 6, "units": 24, "container": "CAN"}
        {"raw": "1800 TEQ SLVR 12B 750M", "style": "B", "brand": "1800", "product": "Silver Tequila", "cls": "tequila_blanco", "ml": 750, "per_pack": 1, "packs": 12, "units": 12, "note": "1800 is the brand, not ml or a year"}
        {"raw": "FIREBALL CINN WHSKY 12/10PK 50M", "style": "B", "brand": "Fireball", "product": "Cinnamon Whisky", "cls": "whiskey_flavored", "ml": 50, "per_pack": 10, "packs": 12, "units": 120}
        {"raw": "RED BULL ENERGY 24P 8.4Z", "style": "B", "brand": "Red Bull", "product": "Energy Drink", "cls": "non_alcoholic", "ml": 248, "per_pack": 1, "packs": 24, "units": 24, "flags": ["NA"]}
        {"raw": "BUFFALO TRACE BRBN 6B 1.75L", "style": "B", "brand": "Buffalo Trace", "product": "Bourbon", "cls": "bourbon", "ml": 1750, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "STELLA ROSA BLK SEMI SWT 12B 750M", "style": "B", "brand": "Stella Rosa", "product": "Black Semi-Sweet", "cls": "wine_red", "ml": 750, "per_pack": 1, "packs": 12, "units": 12}
        {"raw": "CUTWATER MARG LIME 6/4PK 12Z CN", "style": "B", "brand": "Cutwater", "product": "Lime Margarita", "cls": "rtd", "ml": 355, "per_pack": 4, "packs": 6, "units": 24, "container": "CAN"}
        {"raw": "JC ESP SLVR 12PK", "style": "C", "brand": "Jose Cuervo", "product": "Especial Silver", "cls": "tequila_blanco", "ml": null, "per_pack": 1, "packs": 12, "units": 12, "ambiguous": ["size"], "note": "no size in the name: leave null, do not assume 750"}
        {"raw": "DELEON TEQ BLANCO NL 6PK 750", "style": "C", "brand": "DeLeón", "product": "Blanco Tequila", "cls": "tequila_blanco", "ml": 750, "per_pack": 1, "packs": 6, "units": 6, "flags": ["new_label"]}
        {"raw": "RUFFINO P GRIGIO NUPC 12PK 750", "style": "C", "brand": "Ruffino", "product": "Pinot Grigio", "cls": "wine_white", "ml": 750, "per_pack": 1, "packs": 12, "units": 12, "flags": ["new_upc"]}
        {"raw": "DEWARS SCO 12YR DBL AGED 6PK 750", "style": "C", "brand": "Dewar's", "product": "Double Aged 12 Year Scotch", "cls": "scotch_blended", "age": 12, "ml": 750, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "KING EST WLMET P NOIR '21 12PK SCRW CP", "style": "C", "brand": "King Estate", "product": "Willamette Pinot Noir", "cls": "wine_red", "vintage": 2021, "ml": null, "per_pack": 1, "packs": 12, "units": 12, "flags": ["screwcap"], "ambiguous": ["size"]}
        {"raw": "CHARLES SMITH CHARD +14 12PK 750", "style": "C", "brand": "Charles Smith", "product": "Chardonnay", "cls": "wine_white", "vintage": null, "ml": 750, "per_pack": 1, "packs": 12, "units": 12, "ambiguous": ["vintage"], "note": "+14 read as a tax class mark (over 14 % ABV), not 2014 (ASSUMED)"}
        {"raw": "SUTTER HOME CAB SAUV 6/4PK 187ML", "style": "C", "brand": "Sutter Home", "product": "Cabernet Sauvignon", "cls": "wine_red", "ml": 187, "per_pack": 4, "packs": 6, "units": 24}
        {"raw": "BUD LT C24 12OZ 12P", "style": "D", "brand": "Bud Light", "product": "Bud Light", "cls": "beer", "ml": 355, "per_pack": 12, "packs": 2, "units": 24, "container": "CAN", "note": "C24 = 24 cans per case, 12P = packed in twelves"}
        {"raw": "MICH ULTRA A24 16OZ LSE", "style": "D", "brand": "Michelob Ultra", "product": "Michelob Ultra", "cls": "beer", "ml": 473, "per_pack": 1, "packs": 24, "units": 24, "container": "ALUM", "flags": ["loose"]}
        {"raw": "MODELO ESP 2/12/12 NR", "style": "D", "brand": "Modelo", "product": "Especial", "cls": "beer", "ml": 355, "per_pack": 12, "packs": 2, "units": 24, "container": "NR"}
        {"raw": "GI IPA 6/4/16 CN", "style": "D", "brand": "Goose Island", "product": "IPA", "cls": "beer", "ml": 473, "per_pack": 4, "packs": 6, "units": 24, "container": "CAN"}
        {"raw": "YUENG LGR K 1/2BBL", "style": "D", "brand": "Yuengling", "product": "Lager", "cls": "beer", "ml": 58674, "per_pack": 1, "packs": 1, "units": 1, "container": "KEG"}
        {"raw": "SIERRA NEV PALE ALE 1/6 BBL", "style": "D", "brand": "Sierra Nevada", "product": "Pale Ale", "cls": "beer", "ml": 19558, "per_pack": 1, "packs": 1, "units": 1, "container": "KEG"}
        {"raw": "HEINEKEN 13.2 GAL BBL", "style": "D", "brand": "Heineken", "product": "Heineken", "cls": "beer", "ml": 49967, "per_pack": 1, "packs": 1, "units": 1, "container": "KEG", "note": "13.2 gal = the 50 L keg"}
        {"raw": "CORONA EXT 24/12OZ LN NR", "style": "D", "brand": "Corona", "product": "Extra", "cls": "beer", "ml": 355, "per_pack": 1, "packs": 24, "units": 24, "container": "NR", "flags": ["longneck", "loose"]}
        {"raw": "COORS LT 15PK 16OZ ALUM BTL", "style": "D", "brand": "Coors Light", "product": "Coors Light", "cls": "beer", "ml": 473, "per_pack": 15, "packs": 1, "units": 15, "container": "ALUM", "ambiguous": ["packs"]}
        {"raw": "PBR 30PK 12OZ CAN", "style": "D", "brand": "Pabst Blue Ribbon", "product": "Pabst Blue Ribbon", "cls": "beer", "ml": 355, "per_pack": 30, "packs": 1, "units": 30, "container": "CAN"}
        {"raw": "TRULY WILD BRY 3/8/12 CN", "style": "D", "brand": "Truly", "product": "Wild Berry", "cls": "hard_seltzer", "ml": 355, "per_pack": 8, "packs": 3, "units": 24, "container": "CAN"}
        {"raw": "GUINNESS DRFT 4/6/11.2 NR", "style": "D", "brand": "Guinness", "product": "Draught", "cls": "beer", "ml": 331, "per_pack": 6, "packs": 4, "units": 24, "container": "NR"}
        {"raw": "FOUR LOKO GOLD 12/24OZ CN", "style": "D", "brand": "Four Loko", "product": "Gold", "cls": "fmb", "ml": 710, "per_pack": 1, "packs": 12, "units": 12, "container": "CAN", "note": "N/SIZE: 24 is the size in oz, not the count"}
        {"raw": "BUD LT 18/12OZ", "style": "D", "brand": "Bud Light", "product": "Bud Light", "cls": "beer", "ml": 355, "per_pack": null, "packs": null, "units": 18, "ambiguous": ["per_pack"], "note": "18 units; loose or one 18-pack cannot be told"}
        {"raw": "WHT CLAW VARIETY #1 2/12 12Z SLK CN", "style": "D", "brand": "White Claw", "product": "Variety Pack No. 1", "cls": "hard_seltzer", "ml": 355, "per_pack": 12, "packs": 2, "units": 24, "container": "CAN", "flags": ["variety", "sleek_can"]}
        {"raw": "BARTLES JAYMES WINE CLR 6/4 12OZ", "style": "D", "brand": "Bartles & Jaymes", "product": "Wine Cooler", "cls": "wine_cooler", "ml": 355, "per_pack": null, "packs": null, "units": 24, "ambiguous": ["per_pack"], "note": "6/4 could be 6x4 or 4x6; product 24 is safe, split is not"}
        {"raw": "Domaine Vallon Chablis 1er Cru Fourchaume 2021 6/750ml", "style": "E", "brand": "Domaine Vallon", "product": "Chablis 1er Cru Fourchaume", "cls": "wine_white", "vintage": 2021, "ml": 750, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "Bodegas Arcos Cava Brut Rosé NV 12/750ml 11.5%", "style": "E", "brand": "Bodegas Arcos", "product": "Cava Brut Rosé", "cls": "wine_sparkling", "vintage": "NV", "abv": 11.5, "ml": 750, "per_pack": 1, "packs": 12, "units": 12}
        {"raw": "Château Mont-Clair Pauillac 2018 3/1.5L OWC", "style": "E", "brand": "Château Mont-Clair", "product": "Pauillac", "cls": "wine_red", "vintage": 2018, "ml": 1500, "per_pack": 1, "packs": 3, "units": 3, "flags": ["original_wood_case"]}
        {"raw": "Cascina Ferro Barolo DOCG 'Bricco' 2017 6x750", "style": "E", "brand": "Cascina Ferro", "product": "Barolo Bricco", "cls": "wine_red", "vintage": 2017, "ml": 750, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "Weingut Lenz Grüner Veltliner 2022 12/1L", "style": "E", "brand": "Weingut Lenz", "product": "Grüner Veltliner", "cls": "wine_white", "vintage": 2022, "ml": 1000, "per_pack": 1, "packs": 12, "units": 12}
        {"raw": "La Petite Cuve Rosé 2023 BIB 4/3L", "style": "E", "brand": "La Petite Cuve", "product": "Rosé", "cls": "wine_rose", "vintage": 2023, "ml": 3000, "per_pack": 1, "packs": 4, "units": 4, "container": "BAG_IN_BOX"}
        {"raw": "Amaro Montagna 29% 6/700ml", "style": "E", "brand": "Amaro Montagna", "product": "Amaro", "cls": "liqueur_amaro", "abv": 29.0, "proof": 58, "ml": 700, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "Casa Brava Tequila Blanco Bottle (750 ml)", "style": "F", "brand": "Casa Brava", "product": "Tequila Blanco", "cls": "tequila_blanco", "ml": 750, "container": "BOTTLE"}
        {"raw": "Marie Brizard Apry - 12 - 750ml Bottles Case", "style": "F", "brand": "Marie Brizard", "product": "Apry", "cls": "liqueur", "ml": 750, "per_pack": 1, "packs": 12, "units": 12, "container": "BOTTLE"}
        {"raw": "NORTH PIER LAGER K 1/2BBL - 20981", "style": "F", "brand": "North Pier", "product": "Lager", "cls": "beer", "ml": 58674, "per_pack": 1, "packs": 1, "units": 1, "container": "KEG", "flags": ["trailing_item_code:20981"]}
        {"raw": "19 CRIMES CAB SAUV 750ML", "style": "G", "brand": "19 Crimes", "product": "Cabernet Sauvignon", "cls": "wine_red", "ml": 750, "note": "leading number is the brand, and there is no vintage"}
        {"raw": "POPOV VODKA 80PF 1750ML 6/CS", "style": "G", "brand": "Popov", "product": "Vodka", "cls": "vodka", "proof": 80, "abv": 40.0, "ml": 1750, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "HENNESSY VSOP GFT W/2 GLS 750 6/CS", "style": "G", "brand": "Hennessy", "product": "V.S.O.P Cognac", "cls": "cognac", "ml": 750, "per_pack": 1, "packs": 6, "units": 6, "flags": ["gift_with_glass"]}
        {"raw": "CAPT MORGAN SPCD TRAVELER PL 750", "style": "G", "brand": "Captain Morgan", "product": "Spiced Rum", "cls": "rum_spiced", "ml": 750, "container": "PET", "note": "PL / TRAVELER = plastic"}
        {"raw": "MOET IMPERIAL BRUT MINI 24/187ML", "style": "G", "brand": "Moët & Chandon", "product": "Impérial Brut", "cls": "champagne", "ml": 187, "per_pack": 1, "packs": 24, "units": 24}
        {"raw": "LUNAZUL TEQ BLNC 80P 50ML 120/CS", "style": "G", "brand": "Lunazul", "product": "Blanco Tequila", "cls": "tequila_blanco", "proof": 80, "abv": 40.0, "ml": 50, "per_pack": null, "packs": null, "units": 120, "ambiguous": ["per_pack"]}
        {"raw": "RON ABUELO ANEJO 12A 12X1000ML 38%VOL", "style": "H", "brand": "Ron Abuelo", "product": "Añejo 12 Años", "cls": "rum_aged", "age": 12, "abv": 38.0, "proof": 76, "ml": 1000, "per_pack": 1, "packs": 12, "units": 12, "note": "12A = 12 años; 12X = case count"}
        {"raw": "VINO TTO ALTA PIEDRA MALBEC 13.5% 6X750ML", "style": "H", "brand": "Alta Piedra", "product": "Malbec", "cls": "wine_red", "abv": 13.5, "ml": 750, "per_pack": 1, "packs": 6, "units": 6}
        {"raw": "MICHELADA MIX NA 12/32OZ", "style": "D", "brand": null, "product": "Michelada Mix", "cls": "non_alcoholic", "ml": 946, "per_pack": 1, "packs": 12, "units": 12, "flags": ["NA"]}
        {"raw": "JAMESON 750ML + BLK BRL 375ML COMBO", "style": "A", "brand": "Jameson", "product": "Irish Whiskey + Black Barrel combo", "cls": "bundle", "ml": null, "ambiguous": ["size"], "flags": ["bundle"], "note": "two products: never match to either one"}
        {"raw": "EMPTY KEG 1/2 BBL DEPOSIT", "style": "-", "kind": "non_product"}
        {"raw": "FREIGHT/FUEL SURCHARGE", "style": "-", "kind": "non_product"}
        {"raw": "SUMMARY LEVEL ADJUSTMENTS", "style": "-", "kind": "non_product"}
        """#
}
