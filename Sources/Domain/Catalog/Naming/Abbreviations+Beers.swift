extension Abbreviations {
    static let beers = """
        ipa | IPA | noun | beer
        dipa | Double IPA | noun | beer
        ~ddh | Double Dry Hopped | other |
        hazy, ~hzy | Hazy | other |
        ~ddh ipa | Double Dry Hopped IPA | noun | beer
        pale ale | Pale Ale | noun | beer
        india pale ale | India Pale Ale | noun | beer
        ale | Ale | noun | beer
        lager, ~lgr | Lager | noun | beer
        pilsner, pilsener, ~pils | Pilsner | noun | beer
        stout, ~stt | Stout | noun | beer
        porter, ~ptr | Porter | noun | beer
        hefeweizen, ~hef, ~hefe | Hefeweizen | noun | beer
        witbier | Witbier | noun | beer
        belgian white, ~wht bel | Belgian White | noun | beer
        saison | Saison | noun | beer
        dunkel | Dunkel | noun | beer
        doppelbock | Doppelbock | noun | beer
        kolsch | Kölsch | noun | beer
        gose | Gose | noun | beer
        beer, ~ber | Beer | noun | beer
        cider | Cider | noun | cider
        draught, ~drft, draft | Draught | other |
        """

    static let flavours = """
        cinnamon, ~cinn | Cinnamon | other | flavour
        watermelon, ~wtrmln, ~wmln | Watermelon | other | flavour
        grapefruit, ~grpfrt, ~gfrt | Grapefruit | other | flavour
        pineapple, ~pineapl, ~pnapl | Pineapple | other | flavour
        black cherry, ~blk chry, ~blkchry | Black Cherry | other | flavour
        cherry, ~chry | Cherry | other | flavour
        passionfruit, passion fruit, ~psnfrt | Passionfruit | other | flavour
        raspberry, ~raspb, ~rasp | Raspberry | other | flavour
        strawberry, ~strwb, ~straw | Strawberry | other | flavour
        blueberry, ~blueb | Blueberry | other | flavour
        wild berry, ~wild bry | Wild Berry | other | flavour
        berry, ~bry | Berry | other | flavour
        cranberry, ~cran | Cranberry | other | flavour
        citrus, ~citr | Citrus | other | flavour
        citron | Citron | other | flavour
        lime, ~lim | Lime | other | flavour
        lemon, ~lem | Lemon | other | flavour
        orange | Orange | other | flavour
        l orange, ~l orng | L'Orange | other | flavour
        mango, ~mngo | Mango | other | flavour
        peach, ~pch | Peach | other | flavour
        apple, ~apl | Apple | other | flavour
        green apple, ~grn apl | Green Apple | other | flavour
        honey, ~hny | Honey | other | flavour
        vanilla, ~van | Vanilla | other | flavour
        coconut, ~cocnt, ~coco | Coconut | other | flavour
        caramel | Caramel | other | flavour
        chocolate | Chocolate | other | flavour
        irish cream, ~irish crm, ~irsh crm | Irish Cream | noun | cream
        cream, ~crm | Cream | other | cream
        coffee | Coffee | other | coffee
        espresso | Espresso | other | coffee flavour
        peppermint, ~pep, ~pepmnt | Peppermint | other | flavour
        cucumber, ~cuc | Cucumber | other | flavour
        ruby red, ~rby red | Ruby Red | other | flavour
        habanero, ~hbnro | Habanero | other | flavour
        jalapeno, ~jalap | Jalapeño | other | flavour
        """
}
