extension Abbreviations {
    static let agave = """
        blanco, ~blco, ~blnc, ~blan | Blanco | maturity | silver
        silver, ~slvr, ~sil | Silver | maturity | silver
        plata | Plata | maturity | silver
        reposado, ~repo, ~repos, ~rpsd | Reposado | maturity | reposado
        anejo, ~anj | Añejo | maturity | anejo
        extra anejo, ~xa, ~x anejo, ~ex anejo | Extra Añejo | maturity | extraAnejo
        cristalino, ~crist | Cristalino | maturity | cristalino
        joven, ~jov | Joven | maturity | joven
        agave, de agave, blue agave | Agave | other | agave
        spiced, ~spcd, ~spc | Spiced | maturity | spiced
        overproof, ~ovrprf | Overproof | maturity | overproof
        ~esp, especial | Especial | other |
        """

    static let malts = """
        reserve, ~rsv, ~res, ~rsrv | Reserve | other |
        gran reserva, ~gr rsv | Gran Reserva | other |
        small batch, ~sm btch, ~smbtch, ~sm bch | Small Batch | other |
        single barrel, ~sgl brl, ~sngl brl, ~sng brl, ~sgl bbl | Single Barrel | other | singleBarrel
        single barrel select, ~sbs, ~sgl brl sel, ~sngl brl sel | Single Barrel Select | other | singleBarrel
        double cask, ~dbl csk | Double Cask | other |
        double oaked, ~dbl oak, ~dbl oaked | Double Oaked | other |
        double aged, ~dbl aged | Double Aged | other |
        cask strength, ~csk str | Cask Strength | other |
        barrel proof, ~brl prf | Barrel Proof | other |
        bottled in bond, ~bnd, ~btld in bnd | Bottled in Bond | other | bond
        straight, ~str | Straight | other |
        blended | Blended | other |
        blend, ~blnd | Blend | other |
        peated, ~peatd | Peated | other |
        solera | Solera | other |
        handmade, ~hndmd | Handmade | other |
        original, ~orig | Original | other |
        aromatic, ~arom | Aromatic | other |
        black barrel, ~blk brl | Black Barrel | other |
        black label, ~blk lbl | Black Label | other |
        red label, ~red lbl | Red Label | other |
        yellow label, ~yel lbl | Yellow Label | other |
        white label, ~wht lbl | White Label | other |
        vs, v s | V.S | other |
        vsop, v s o p | V.S.O.P | other |
        xo, x o | X.O | other |
        black, ~blk | Black | other |
        red, ~rd | Red | other | red
        white, ~wht | White | other | white
        gold | Gold | other |
        green, ~grn | Green | other |
        blue | Blue | other |
        select, ~sel | Select | other |
        ~lbl | Label | other |
        ~sngl, ~sgl | Single | other |
        ~dbl | Double | other |
        extra, ~ext, ~xtra | Extra | other |
        semi sweet, ~semi swt | Semi-Sweet | other |
        sweet, ~swt | Sweet | other |
        """
}
