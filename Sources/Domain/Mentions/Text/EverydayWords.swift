import Matching

/// Words that names share with everyday language: never enough to say that a product is meant. Folded, without the s of a plural.
enum EverydayWords {
    static func contains(_ stem: String) -> Bool { words.contains(stem) }

    private static let words: Set<String> = Set(
        list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { SpokenWord.stem(String($0)) })

    private static let list = """
        a about above across after again age air all almost alone along also alpha alternative always amazing america american an ancient
        and angel angels animal another any apothecary april arc arch arrow art ash at august aunt autumn avenue away back bad ball band
        bank bar bare barefoot base basic bay be beach bear beast beautiful bed bee before bell best better big bird birds bishop bite
        block blood blossom board boat body bold bolt bomb bone book boom boss both bounty bowl box boy brave bread bridge bright broad
        broken brother buck bud buffalo build bull butter button by cabin camp candy cannon canyon cap cape captain card cardinal career
        cargo carnival cart castle cat cave central century chain chance chapter charge charm chase chief child choice church circle
        city claim class classic claw clean clear cliff climb close cloud clover club coach coal cobra cock code cold collection collective
        colour color comet common company compass complete concert connection cook cool copper coral core corner corporate country
        couple courage course court cove cow craft crazy creek crest crew crime crimes cross crow crown cruise crystal cup curious
        current cut cycle dad dagger daily dance dare dart dash dawn day days dead deal dear december decoy deep deer delta den desert
        destiny devil devils diamond die discovery dog dogs dollar dolphin door double down dragon draft dream dreams drift drive
        drop duck duke dusk dust duty eagle early earth east easy echo eclipse edge eight elegant element elephant eleven elite ember
        emerald empire empress end energy engine enigma enjoy envy epic equal era escape estate eternal evening ever every evil
        evolution exit eye faith falcon fall family famous fancy far farm fast fat father fault favorite favourite fawn feast feather
        feel fellow fellowship festival few field fifth fifty fight final fine fire first fish five flag flame flash fleet flight float
        flora flower fly folk fool foot force forest forever forge fort fortune forty forward foundation founder four fox free
        freedom fresh friday friend friends frog front frontier frost fruit full fun future gallery game gate gates general gentle
        gentleman get ghost giant girl glory go goat god gold golden good goose grace grain grape grass great green grey gray ground
        group grove guard guide gun hall hammer hand handmade hands happy harbor harbour hard hare hat haven hawk haze head heart
        heat heaven heavy hedge heir helix herald herd here heritage hero hidden high hill hills hint history holiday hollow home
        honest honey honor honour hook hope horizon horn horse hot hotel hour house hub human hunt hunter ice icon idea ideal idle
        impact in independent indigo infinite infinity inn innocent inspiration institution intrigue iron island isle it ivory
        jack jade january jewel jewels job john join joke josh journey joy judge july jump june jungle junior just keeper key kid kind
        king kings kingdom kiss kit kitchen knight knot label lady lake lamb lamp land lane lantern large lark last lava law layer
        leader leaf league leap left legacy legend legends lemon level liberty library life light lightning like lily line lion lip
        list little live loft lone long look loop lord lost lot lotus love lucky luna lunar lure machine mad magic magnet magpie main
        maker makers man mantra map march mark marker market mask master match matter may meadow mean medal member men merchant mercury
        method middle midnight mile milk mill mind mine miner minor miracle mirror mischief miss mission mist mix modern moment monday
        money monk monkey monster month moon moonlight moose more morning mosaic moss mother motion mount mountain mouth move mr mrs
        much murder muse music my mystery myth naked name nation national native natural nature neck needle nest new news next nice
        night nine no noble nobody noon north nova november now number oak oasis ocean october odd ode odyssey of off oh old olive
        on once one only open opera option oracle orange orbit order origin original other our out outlaw outpost outsider over owl own
        ox pack page pair palace palm panda panther paper parade paradise park part party pass passage passenger passion past path
        patience patriot pattern peace peak pearl pebble pen people perfect phantom phoenix piano picnic picture piece pig pike pilot
        pine pink pioneer pipe pirate place plain plan planet plank plant play plaza plus poet point polar pole pony pool poor
        popular port portrait post power prairie premium present press pretty pride prime prince princess prisoner prize promise
        proof prophecy proper prospect public pulse pure purple quality quarter queen quest question quick quiet rabbit race radio
        rail rain rainbow ram ranch range rare rascal raven raw ray razor ready real rebel record red reef regal relic remedy reserve
        rest retreat return revival revolution reward ribbon rich ride ridge right ring rise rising ritual river road rock rocket
        rogue roll romance root rope rose roses rough round route row royal ruin rule run rush rustic sacred saddle safe sage sail
        sailor saint salt same sand saturday savage save scarlet school scout sea seal season second secret seed select sense
        september serious seven shade shadow shark sharp she sheep shell shelter shepherd shield shift shine ship shoe shop shore
        short shot show side sign signal signature silence silent silk silver simple simply single sister six skull sky sleep slow
        small smart smile smoke smooth snake snap snow social soldier sole solid some son song soul sound source south space spark
        special spirit spot spring square squirrel staff stag stage stallion stand standard star stars start state station stay steam
        steel stella step still stone stories storm story straight strange stranger stray stream street strength string strong
        studio style sugar summer summit sun sunday sunrise sunset super sure surf swan sweet swift switch sword table tail tale tall
        tap taste tea team temple temptation ten territory that theory these thing think third this thorn thousand thread three
        threshold throne thunder thursday tide tiger time tin titan today together tomorrow tonic tool top torch total touch tower
        town track trade tradition trail train traveler traveller treasure tree tribe tribute trick trinity trip triumph true trust
        truth tuesday tunnel turkey turn turtle twelve twenty twilight twin twins two uncle under union unique united unity universal
        universe up urban us valley value vault velvet venture very vibe victor victory view village violet virgin virtue vision
        voice volcano voyage wagon walk walker wall wanderer war warrior watch water wave waves way we wealth weather wedding wednesday
        week weekend well west whale wheel whisper white who wild will wind window wing wings winner winter wisdom wise wish witch
        with wolf woman women wonder wonderful wood woods word work world worth wren yard year yellow yes yesterday you young your
        youth zen zero zest zone
        adam adrian aidan alan albert alex alexander alexis alice amanda amber amelia amy andrea andrew angela ann anna anne anthony
        antonio arthur ashley austin barbara ben benjamin beth betty bill billy blake bob bobby brandon brenda brian bruce bryan
        caleb cameron carl carlos carol caroline catherine charles charlie charlotte chloe chris christian christine claire clara
        cole colin connor craig dale dan daniel dave david dean deborah dennis diana diego don donald dorothy doug dylan ed edgar
        edward eli elijah elizabeth ella ellen emily emma eric erik ethan eva evan evelyn felix fiona francis frank fred gabriel
        gary george grant greg hannah harold harry heather helen henry howard hugo ian isaac isabel jacob jake james jane jason jay
        jean jeff jennifer jenny jeremy jerry jesse jessica jim jimmy joan joe joel jon jonathan jordan jorge jose joseph joshua juan
        judy julia julian julie justin karen kate katie keith kelly ken kevin kim kyle larry laura lauren leo leon lewis liam linda
        lisa liz logan louis lucas lucy luis luke maggie marc marco marcus margaret maria marie mario martin mary mason matt matthew
        max megan mel melissa michael michelle mike molly nancy naomi nathan neil nicholas nick nicole noah nora oliver olivia oscar
        owen pablo pam pamela pat patricia patrick paul paula pedro peter phil philip rachel ralph raymond rebecca rex ricardo richard
        rick rob robert robin roger ron ronald roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian
        seth sharon simon sofia sophia sophie spencer stanley stephen steve steven stewart stuart sue susan sylvia ted teresa terry
        theo thomas tim timothy tina todd tom tommy tony travis trevor tyler vera vernon vincent virginia walter wayne wendy wesley
        william zach zoe
        """
}
