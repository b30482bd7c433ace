/// Word lists of the finder.
enum Words {
    static let titles = PackedWords<Bool>([
        "mr", "mrs", "ms", "miss", "dr", "sir", "president", "minister", "senator", "sen", "rep", "gov", "general",
        "gen",
        "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "judge", "justice",
        "professor", "prof", "king", "queen", "prince", "princess", "sheikh", "sheik", "mullah", "imam", "ayatollah",
        "pope", "lord", "lady", "chancellor", "ambassador", "commander", "chief", "officer", "detective", "spokesman",
        "spokeswoman", "secretary", "congressman", "governor", "mayor", "attorney", "director", "coach", "rev",
    ])
    /// Capitalised at the start of a sentence without being a name.
    static let function = PackedWords<Bool>([
        "the", "a", "an", "in", "on", "at", "of", "to", "from", "by", "for", "with", "and", "but", "or", "as", "near",
        "after", "before", "since", "while", "when", "where", "if", "that", "this", "these", "those", "it", "he", "she",
        "they", "we", "i", "you", "his", "her", "their", "our", "its", "my", "there", "here", "both", "all", "some",
        "many",
        "most", "more", "other", "between", "across", "around", "outside", "inside", "into", "over", "under", "through",
        "during", "against", "about", "then", "now", "today", "also", "not", "no", "what", "who", "how", "why", "two",
        "one", "three", "four", "five", "six", "ten", "so", "although", "though", "because", "until", "unlike", "like",
        "meanwhile", "however", "once", "only", "just", "even", "still", "yet", "any", "each", "every", "such", "said",
        "is", "was", "are", "were", "be", "has", "have", "had", "did", "do", "does", "will", "would", "can", "could",
        "us", "me", "him", "them", "beyond", "along", "northern", "southern", "eastern", "western", "central", "north",
        "south", "east", "west", "downtown", "greater", "mainland", "modern", "post", "rural", "upper", "lower", "via",
    ])
    /// Words and given names that are also small places; never places by themselves.
    static let common: Set<String> = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december jan feb mar apr jun jul aug sep sept oct nov dec police army navy force forces state states government people city town \
        village house court university college school church hospital bank bridge street road park lake river mountain \
        island bay hill valley center centre club team league cup united national international republic democratic party \
        news press times post man men woman women mr islam christian muslim jewish god allah news media facebook google \
        twitter apple amazon reuters associated nation nations union council security federal union hope liberty \
        independence victory freedom union enterprise price best white black green brown young long short rice rose \
        summer winter spring autumn day night death war peace battle victoria marion charlotte jackson madison lincoln \
        jefferson franklin clinton bush obama trump carter wilson johnson smith jones brown davis miller moore taylor \
        anderson thomas martin thompson garcia martinez robinson clark lewis lee walker hall allen wright king scott baker \
        adams nelson hill campbell mitchell roberts phillips evans turner parker collins edwards stewart morris murphy \
        cook rogers cooper peterson reed bailey kelly howard ward cox richardson wood watson brooks bennett gray james \
        john robert michael william david richard joseph charles christopher daniel matthew anthony donald mark paul \
        steven andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey ryan gary jacob nicholas \
        eric stephen jonathan larry justin frank brandon benjamin samuel gregory alexander patrick jack dennis jerry \
        mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen sandra \
        donna carol ruth sharon michelle laura sarah kimberly deborah jessica angela melissa brenda amy anna rebecca \
        kathleen pamela martha debra amanda stephanie carolyn christine marie janet catherine frances ann joyce diane \
        alice julie heather teresa doris gloria evelyn cheryl mildred katherine joan ashley judith rose janice nicole \
        judy christina kathy theresa beverly denise tammy irene jane lori rachel marilyn andrea kathryn louise sara anne \
        ali ahmed mohammed muhammad hassan hussein omar khalid ibrahim abdullah saddam assad putin kim chavez castro \
        prime minister president general officer official officials service services unit group company corps guard \
        mission agency office ministry department committee commission congress parliament senate court supreme high \
        north south east west northern southern eastern western central new old great big little same english first \
        second third red blue gold silver sky sun moon star stars world earth america's ebola virus zika aids covid who \
        cdc nato isis isil fbi cia bbc cnn afp nbc abc cbs fox un eu imo most are see can both here ever much along \
        law republican justice christmas olympic  fish time games crystal medicine drug alliance end pot salt pope mayors \
        real far liberal marburg vice defence defense hygiene queen highway bureau animal none mad polio cross hidalgo \
        mason roosevelt unite euro republic conservative labour labor liberal senate medicine animal vice \
        angry mon tue wed thu thur fri topic date source photo video fire police of mobile reading bath nice orange split buy bar bor man mat mai van ho le de la el al da san
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    static let connectors = PackedWords<Bool>([
        "of", "the", "de", "la", "le", "el", "al", "del", "da", "do", "du", "des", "di", "upon", "on", "am", "en",
        "and",
        "sur", "ad", "ar", "as", "ash", "at", "az", "ez", "es", "er", "an", "i", "bin", "las", "los",
    ])
    static let articles = PackedWords<Bool>([
        "al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "ez", "es", "er", "ed", "et",
    ])
    /// Words before "of X", or after X, with the kind of place they ask for.
    static let kindWords = PackedWords<String>([
        "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
        "township": "settlement", "capital": "settlement", "suburb": "settlement", "neighbourhood": "settlement",
        "neighborhood": "settlement", "enclave": "settlement", "stronghold": "settlement", "port": "settlement",
        "province": "admin1", "governorate": "admin1", "oblast": "admin1", "region": "admin1", "state": "admin1",
        "countryside": "admin1", "county": "admin2", "district": "admin2", "prefecture": "admin1", "republic": "admin1",
        "river": "water", "lake": "water", "sea": "water", "strait": "water", "gulf": "water", "mountains": "physical",
        "mountain": "physical", "valley": "region", "peninsula": "region", "camp": "camp", "airbase": "facility",
        "airport": "facility", "dam": "facility", "base": "facility", "oilfield": "facility", "refinery": "facility",
        "crossing": "facility", "airfield": "facility", "highway": "road",
    ])
    /// Between a name and the facility that it names: "X international airport".
    static let facilityAdjectives = PackedWords<Bool>([
        "military", "international", "air", "civil", "oil", "gas", "refugee", "border", "central", "main", "naval",
    ])
    /// Words for several places of a kind: "the villages of X and Y", "X, Y and Z provinces".
    static let plurals = PackedWords<String>([
        "villages": "settlement", "towns": "settlement", "cities": "settlement", "hamlets": "settlement",
        "communities": "settlement", "suburbs": "settlement", "settlements": "settlement", "provinces": "admin1",
        "governorates": "admin1", "oblasts": "admin1", "regions": "admin1", "states": "admin1", "districts": "admin2",
        "counties": "admin2", "neighbourhoods": "neighbourhood", "neighborhoods": "neighbourhood", "camps": "camp",
        "rivers": "water", "airports": "facility", "airbases": "facility", "oilfields": "facility", "dams": "facility",
    ])
    /// Last words of the names of streets and roads.
    static let roads = PackedWords<Bool>([
        "road", "street", "avenue", "highway", "boulevard", "lane", "motorway", "freeway", "expressway", "corridor",
    ])
    /// Last words of the names of facilities.
    static let facilities: Set<String> = [
        "airport", "airbase", "airfield", "base", "dam", "bridge", "hospital", "castle", "citadel", "prison",
        "refinery",
        "oilfield", "crossing", "square", "camp", "station", "terminal", "barracks", "checkpoint", "plant", "port",
    ]
    /// First words of names that only places bear ("Jabal Zawiya", "Tell Rifaat", "Mount Hermon").
    static let placeHeads: Set<String> = [
        "jabal", "jebel", "djebel", "tal", "tall", "tell", "wadi", "kafr", "kfar", "kafar", "deir", "dayr", "khirbat",
        "khirbet", "ain", "ayn", "bir", "qalat", "ras", "beit", "bayt", "khan", "mount", "lake", "fort", "port", "cape",
        "camp", "koh", "kuh", "wad", "umm", "nahr", "nova", "novo", "velyka", "mala", "nizhny", "verkhny",
    ]
    /// Last words, with a capital, of names that only places bear ("Saladin District", "Castello Bridge").
    static let placeTails: Set<String> = [
        "district", "quarter", "suburb", "suburbs", "town", "city", "village", "province", "governorate", "county",
        "parish", "island", "islands", "valley", "river", "strait", "straits", "sea", "bay", "mountain", "mountains",
        "hills", "heights", "airport", "airbase", "airfield", "dam", "crossing", "square", "farms", "peninsula",
        "neighbourhood", "neighborhood", "commune", "canal", "oasis", "desert", "lake", "oilfield", "refinery",
    ]
    /// After a name in lower case: what it names is a place ("X district", "X crossing").
    static let placeNouns = PackedWords<Bool>([
        "province", "governorate", "village", "district", "county", "town", "neighbourhood", "neighborhood", "suburb",
        "commune", "locality", "quarter", "crossing", "area", "sector", "mountain", "mountains", "hilltop", "valley",
        "airport", "airbase", "dam", "oilfield", "refinery", "island",
    ])
    /// Nouns that are no name alone, even with a capital: months, days, kinds of things.
    static let generic: Set<String> = Set(
        """
        january february march april june july august september october november december monday tuesday wednesday \
        thursday friday saturday sunday city county region state province district town village hospital church hall \
        valley river lake road street station school university college court house park bridge airport port camp base \
        attorney ms mr mrs dr no operation centre center market island mountain hotel square gulf sea strait
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// After a name: it is not the place but something called after it.
    static let notPlaceAfter = PackedWords<Bool>([
        "university", "college", "fc", "united", "post", "times", "herald", "tribune", "news", "agreement", "accord",
        "accords", "treaty", "convention", "marathon", "giants", "city council", "bank", "inc", "ltd", "corp",
        "airlines",
        "airways", "institute", "club", "rovers", "hilton", "hospital", "school", "street", "avenue", "road",
        "journal", "daily", "today", "tv", "radio", "foundation", "museum", "protocol", "declaration", "brigade",
    ])
    /// Last words of divisions' names, which hardly end anything else.
    static let divisions: Set<String> = [
        "county", "province", "governorate", "oblast", "district", "prefecture", "raion", "municipality", "subdistrict",
    ]
    /// Words that public bodies are called by after the name of their place.
    static let bodies = PackedWords<Bool>([
        "police", "council", "sheriff", "court", "fire", "government", "gov", "governor", "premier", "mayor", "mla",
        "legislature", "assembly", "parliament", "directorate", "health", "education", "municipality", "provincial",
        "state", "city", "county", "superior", "supreme", "district", "civil", "media", "military", "emergency",
        "administration", "regional", "command",
    ])
    static let saying = PackedWords<Bool>([
        "said", "says", "announced", "accused", "accuses", "denied", "denies", "insisted", "insists", "warned", "warns",
        "condemned", "rejected", "backed", "backs", "wants", "argues", "claimed", "claims", "hopes", "agreed", "vowed",
        "urged", "believes", "blamed", "blames", "called", "has", "signed", "imposed", "supported", "supports",
    ])
    /// What towns do: "X has fallen".
    static let becoming = PackedWords<Bool>([
        "fallen", "changed", "come", "become", "remained", "collapsed", "capitulated", "surrendered", "suffered",
        "endured", "seen", "witnessed", "descended", "emptied",
    ])
    static let directions = PackedWords<Double>([
        "north": 0, "north-east": 45, "northeast": 45, "east": 90, "south-east": 135, "southeast": 135, "south": 180,
        "south-west": 225, "southwest": 225, "west": 270, "north-west": 315, "northwest": 315,
    ])
    static let parts = PackedWords<Bool>([
        "countryside", "outskirts", "suburbs", "suburb", "neighbourhoods", "neighborhoods", "parts", "part",
        "districts",
        "edge", "side", "vicinity", "environs", "entrance", "bank", "half", "quarter", "hinterland", "area", "areas",
    ])
}
