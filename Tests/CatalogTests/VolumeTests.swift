import Catalog
import Testing

@Suite struct VolumeTests {
    @Test(arguments: [
        ("0,75 l", 750), ("0.75 l", 750), ("750 mL ", 750), ("750 ml", 750), ("750\u{A0}mL\u{A0}bottle", 750),
        ("750 mL gift", 750), ("1,75 L", 1_750), ("1.14 L", 1_140), ("600 ml", 600), ("250  ml", 250), ("12 oz", 355),
        ("12oz", 355), ("16 fl oz", 473), ("16 fl. oz.", 473), ("8.4 OZ", 248), ("19.2 oz", 568), ("70cl", 700),
        ("70 cl", 700), ("0,1875 l", 188), ("1/6 BBL", 19_558), ("1/2 bbl", 58_674), ("1/4 BBL", 29_337),
        ("13.2 gal", 49_967), ("1/2 gallon", 1_893), ("3 l hanapakkaus", 3_000), ("hanapakkaus 3 l", 3_000),
        ("1 x 0.75 L", 750), ("50 l", 50_000), ("20000 ml", 20_000), ("5 dl", 500), ("1 litre", 1_000),
        ("0.2046 hl", 20_460),
        ("1,750 l", 1_750), ("1.750 L", 1_750), ("1,750 ml", 1_750),
    ])
    func a_size_of_one_unit_is_read(_ text: String, _ millilitres: Int) {
        #expect(Volume.read(text)?.millilitres == millilitres)
    }

    @Test(arguments: [
        "", "volume", "750", "0 ml", "-750 ml", "1,750 oz", "4 x 330 ml", "6/750ml", "1/2 l", "750 g", "750 ml + 50 ml",
        "12 13 ml", "2/12/12", "A24 330 ml", "99999999 l", "1e3 ml", "0.0001 ml", "x 330 ml", "fl 12",
        "750 ml 12/CS",
    ])
    func other_texts_are_refused(_ text: String) {
        #expect(Volume.read(text) == nil)
    }

    @Test(arguments: [
        ("4 x 330 ml", 4, 330), ("6x0,33 l", 6, 330), ("6×0.33 L", 6, 330), ("24/12 oz", 24, 355), ("6/750ml", 6, 750),
        ("2 x 750 mL ", 2, 750), ("3 x 200\u{A0}mL\u{A0}bottle", 3, 200), ("36 x 0.355 L", 36, 355),
        ("12 * 1 l", 12, 1_000),
        ("750 ml", 1, 750), ("24 x 330 mL cans", 24, 330),
    ])
    func a_packaged_size_keeps_its_count(_ text: String, _ units: Int, _ millilitres: Int) {
        #expect(PackagedVolume.read(text) == PackagedVolume(volume: Volume(millilitres: millilitres), units: units))
    }

    @Test func bare_numbers_need_a_unit_from_outside() {
        #expect(Volume.read("0.75", bareUnit: .litres)?.millilitres == 750)
        #expect(Volume.read("750", bareUnit: .millilitres)?.millilitres == 750)
        #expect(Volume.read("12.0", bareUnit: .fluidOunces)?.millilitres == 355)
        #expect(Volume.read("16.9", bareUnit: .fluidOunces)?.millilitres == 500)
        #expect(Volume.read("4.199999999999999", bareUnit: .litres, mark: .point)?.millilitres == 4_200)
        #expect(Volume.read("1.125", bareUnit: .litres, mark: .point)?.millilitres == 1_125)
        #expect(Volume.read("0", bareUnit: .millilitres) == nil)
        #expect(PackagedVolume.read("6x0.33", bareUnit: .litres)?.units == 6)
    }

    @Test func near_sizes_are_the_same_shelf_size() {
        #expect(Volume(millilitres: 331).isNearly(Volume(millilitres: 330)))
        #expect(Volume(millilitres: 355).isNearly(Volume(millilitres: 354)))
        #expect(!Volume(millilitres: 700).isNearly(Volume(millilitres: 750)))
        #expect(!Volume(millilitres: 700).isNearly(Volume(millilitres: 720)))
        #expect(!Volume(millilitres: .min).isNearly(Volume(millilitres: .max)))
    }

    @Test(
        arguments: [
            ("13.50%", 1_350), ("42%", 4_200), ("42.0 %", 4_200), ("40 % vol", 4_000), ("80 proof", 4_000),
            ("12,5", 1_250),
            ("4.7", 470), ("0.5%", 50), ("13.457%", 1_346), ("101%", nil), ("-1%", nil), ("", nil), ("strong", nil),
        ] as [(String, Int?)])
    func strength_is_read_or_refused(_ text: String, _ basisPoints: Int?) {
        #expect(Strength.read(text)?.basisPoints == basisPoints)
    }

    @Test func bare_strengths_have_the_unit_of_their_column() {
        #expect(Strength.read("0.0975", bareUnit: .fraction)?.basisPoints == 975)
        #expect(Strength.read("90.4", bareUnit: .proof)?.basisPoints == 4_520)
        #expect(Strength(basisPoints: 4_520).proofTenths == 904)
        #expect(Strength(proofTenths: 866).basisPoints == 4_330)
        #expect(Strength(basisPoints: 4_520).description == "45.2 %")
        #expect(Strength(basisPoints: 4_000).description == "40 %")
    }
}
