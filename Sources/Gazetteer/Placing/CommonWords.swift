/// Words that English writes small: a place of such a name needs more than a capital letter to be one.
///
/// Counted in the Universal Dependencies treebanks EWT and GUM: six times or more, mostly in small letters.
enum CommonWords {
    static let set: Set<String> = Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    private static let words = """
        abandoned ability able aboard about above abroad absolute absolutely absorb abuse academic accept acceptable
        acceptance accepted access accessible accident accommodation accompanied accomplish accordingly account
        accounting accounts accurate accused achieve achieved achievement achievements achieving acknowledge
        acquired acquiring across act acted acting action actions active activities activity actor acts actual
        actually add added adding addition additional address addressed addresses adds adequate adjust adjustments
        administration admit admitted adopted adult adults advance advanced advantage adventure advertising advice
        advise advised aesthetic aesthetics affair affect affected affects afford affordable afraid after aftermath
        afternoon afterwards again against age aged agencies agency agenda agent agents aggressive ago agree agreed
        agreement agreements agriculture ahead ai aid air aircraft airfare airline airlines airplane airport
        airports aka alcohol alike all allegations alleged allegedly alliance allies allocated allow allowed allows
        almost alone along already also alternative always am amazing ambitious among amounts an analysis ancient
        and angle animal animals anniversary announced announcement another answer answered answering answers ant
        anthrax ants any anybody anymore anyone anything anytime anyways anywhere apart apartment apologize
        apparently appear appearance appeared appears application applied apply applying appointed appointment
        appreciate appreciated appreciation approach appropriate approval approve approved approximately
        architecture are area areas arena argue argued argument arguments arm armed arms around arrange arranged
        arrest arrested arrival arrive arrived arriving art article articles artillery artist artistic artwork as
        aside ask asked asking aspect aspects ass assassination assault assessment assets assigned assist assistance
        assistant assisting associated assume assumed assuming assured astronauts asymmetrical at atmosphere atoms
        attach attached attachments attack attacked attacks attempt attempted attempting attempts attend attended
        attending attention attitude attract attracted attractive audience audit authentic author authorities
        authority auto availability available average avoid avoided awake awarded aware away awesome awful babies
        baby back backed background bad badly bag balance ball balloons ban band banks bar barely barn barrels bars
        base based bases basic basically basil basis basketball bathroom battle be beach beaches bear bearded bears
        beat beating beautiful beauty became because become becomes becoming bed bedding bedroom beef been beer
        beers before began begin beginning begins begun behalf behavior behaviors behind being beings belief beliefs
        believe believed believes belong below belt benefit benefits best bet better between beverage beyond bid big
        bigger biggest bike billion biological bird birds birth birthday bit bite biting black blacklined blame
        blank blanket blind block blocks blog blood bloody blow blowing blown blows blue board boarding boat bodies
        body bomb bombing bombings bombs bond book booked books boom border borders born both bother bottle bottom
        bought bowl box boy boyfriend boys brain brains branches brand brass bread break breakfast breaking breaks
        breath breathe breed breeding brief bright bring bringing brings broad broke broken bronze brother brothers
        brought brown browser btw bucks budget bugs build building buildings built bulb bunch bus buses business
        businesses busy but button buy buying by ca cabin cabinet cage cages cake calendar call called calling calls
        calm came camera camp campaign campus can cancel cancer candidate candidates cap capabilities capability
        capable capacity capital caps captain capture captured car carbon card cards care career carefully cares
        cargo caring carried carry carrying cars cartoon cartoons case cases cash cast cat catch categories category
        cats caught cause caused causes causing ceiling celebrated celebrity cells cent centers central centre
        centuries century certain certainly certificate chain chair chairs challenge challenges challenging chance
        chances change changed changes changing channel chapter chapters character characters charge charged charges
        charity charm cheap cheaper cheapest check checked checking cheek cheese chef chemical chemicals chess
        chicken chickens chief child children chips chocolate choice choices choose chose chosen circle circles
        circumstances cities citizen citizens city civil civilians civilization claim claimed claiming claims clan
        class classes classical clean cleaned cleaner cleaning clear clearly clerics click client clients climate
        climb clock close closed closely closer closing cloth clothes clothing cocktail code coffee cognition
        coincidence cold collapsed colleagues collect collected collection collective college colonies color colored
        colors column combat combined come comedy comes comfortable coming command commander comment comments
        commercial commit commitment commitments committed common communication communities community companies
        company compared comparing comparison compete competition competitive complained complaining complaint
        complaints complete completed completely completing complex complicated composed compound compressor
        computer concentration concept concepts concern concerned concerning concerns concluded conclusion concrete
        condition conditions conduct conducted conducting conference conferences confidence confident confidential
        confirm confirmed confirming conflict conflicts confused connected connection connections conquer conscious
        consequences conservative consider considerable consideration considered considering consist consistent
        constant constantly constituency constitutional construction consumer contact contacted contacts contain
        contained container containing contains contemporary content contents contest context continue continued
        continues continuing contract contracts contrast contributed contribution control convenience convenient
        convention conventional conversation conversations converted conviction convince convinced cook cooked
        cooking cool cooperation copies copper copy copyright core corner corners corporate correct correctly
        correlation correspondence cost costs couch could count counted counter countries country coup couple
        coupons courage course courses cover coverage covered covers cozy crap crappy crash crate crazy cream create
        created creates creating creation creativity credit crew crime crimes criminal crisis critical criticism
        crop crops cross crossed crossing crowd crowded crowds crucial crude cruel cruise cruises cultural culture
        cultures curator cure curious current currently curves custom customer customers customs cut cute cuts
        cutting cycle cyclones dad daily damage dance dancing dangerous dark data database date dated dates dating
        daughter day days de dead deal dealer dealership dealing deals dealt death deaths debate debut decade
        decades decent decide decided decision decisions declared decline declined decor dedicated deep deeply
        default defeat defeated defense defensive deficiency define defined defining definitely definition degree
        degrees delay delete deliberate deliberately delicious deliver delivered delivery demand demanded demanding
        democracy demonstrate demonstrated denied dental dentist depending depends deployed deposit derived describe
        described description deserve design designated designed designer desire desk desperate despite destination
        destinations destiny destroy destroyed destruction detail detailed details determine determined develop
        developed developing development developments devoted dial did die died dies diet differ difference
        differences different difficult difficulties difficulty digital dine dining dinner dioxide diplomacy direct
        directed direction directions directly director dirt dirty disability disappeared disappointed disaster
        discount discover discovered discuss discussed discussion discussions disease diseases dish dishes dislike
        displaced display disruptive distance distinction distinguished distortion distributed distribution diverse
        diversity divide divided divisions do doctor doctors document documentation documents does dog dogs doing
        dollar dollars domain domestic dominant dominate donated donation donations done door doors double doubt
        doubts down download draft drafted dragon drama dramatic drank draw drawn dreams dress dresses dried drill
        drink drinking drinks drive driven driver drives driving drop dropped drops drove drug drugs dry du due duel
        during dust duties duty dwarf dying dynamic each eager earlier earliest early earned ease easier easiest
        easily easy eat eaten eating eats economic economy edge editor editors education educational effect
        effective effectively effects efficiency efficient effort efforts egg eggs eight eighteen either elected
        election elections electrical electricity element elements eleven elite else elsewhere em email emailed
        emails emergency emissions emotional employed employees employment empty enable encourage encouraged end
        endangered endeavor ended ends enemy energy enforcement engage engaged engagement engine engineering enjoy
        enjoyable enjoyed enjoying enormous enough ensure ensuring enter entered entering entertainment entire
        entirely entities entitled entity entrepreneurial entry environment environmental equal equally equals
        equipment equivalence equivalent era error escape especially essence essential essentially establish
        established establishment establishments estate estimate estimated et etc ethics ethnic even evening event
        events eventually ever every everybody everyday everyone everything everywhere evidence evident evil
        evolution evolutionary exact exactly exam example examples excellent except exception exchange excited
        exciting excuse execute executed execution exercise exhibit exhibits exist existed existence existing exists
        expand expanded expanding expansion expect expectations expected expecting expense expensive experience
        experienced experiences expert expertise experts expired explain explained explains explanation explanations
        exploration explore exposed exposure express expressed expression extend extended extensive extent external
        extra extreme extremely extremist extremists eye eyes fabric fabulous face faced faces facilities facility
        facing fact factions factor factory facts fail failed failure failures fair fairly faith fake fall fallen
        falling false fame familiar families family famous fan fancy fans fantastic far fare farrier fashion fast
        faster fat father fault favor favorite faxed fear feared feathers feature featured features federal fee feed
        feedback feeding feel feeling feels fees feet fell fellow felt female females fence ferry festivals few
        fiction field fields fifteen fifth fifty fight fighter fighting figured figures file filed files filing fill
        filled film films filter filters final finally finance financial financing find finding findings fine finger
        finish finished fire fired firm first fish fishing fit five fix fixed fixing flag flakes flat flavor flight
        flights flooding floor flowers flows fluid fly flying focus focused focuses focusing folks follow followed
        following follows food foods fool foot football for force forced forces foreign foreigners forever forget
        forgot form formal format formed former forms forth fortune forward forwarded fought found founded founder
        four fourth frame free freedom freeze frequent frequently fresh friend friendly friends fries from front
        fruits ft fuel full fully fun function functional fund fundamental funded funding funds funeral fungus funny
        furniture further future gain gained gains galleries gallery gallon game games garage gardens gas gave gay
        gel gender generally generation generations generators geographical get gets getting giant gift gifts girl
        girlfriend girls give given gives giving glad glass go goal goals goes going golden gon gone good goods gosh
        got gotten government governments grab grace graduate graduated grain grant granted graphic grateful gravity
        great greater greatest greatly greeted grew grid grip grit gross ground grounds group groups grow growing
        grown growth guarantee guaranteed guaranty guards guerrillas guess guest guests guidance guide guidelines
        guilty gun guns guy guys gym habitat had hair haircut half hamster hand handed handle handled handling hands
        hang hanging happen happened happening happens happier happiness happy hard has hassle hate have having hay
        he head headed heading headline headlines headquarters heads health healthy hear heard hearing hearings
        heart heat heavily heavy height heightened held helicopters hell help helped helpful helping helps hence her
        here herself hesitate hide hiding high higher highest highly highway hiking him himself hire his historical
        historically history hit hold holding holds hole holiday holidays home homeland homes homosexuality honest
        honestly honey honor hoof hope hopeful hopefully hopes hoping horrible horror horse horses hospital
        hospitality hospitals host hosted hostile hosting hosts hot hotel hotels hour hours houses housing how hub
        huge huh human humanity humans hundred hundreds hung hungry hunting hurry hurt husband ice idea ideal ideas
        identical identified identifies identity if ignore ignored ill illegal images imagination imagine immediate
        immediately impact impacts impartial implement implementation implemented implementing implications
        importance important importantly impossible impressed impressive imprisoned improve improved in inch
        incident incitement include included includes including income incorporated increase increased increases
        increasing increasingly incredible incredibly indeed independence independent indicate indicated indicates
        indigenous individual individuals industrial industry inexpensive infected inflation influence influenced
        influential info information informed infrastructure ingredients inhabitants initial initially initiate
        initiated initiative injured injuries injury injustice inner innocent innovation innovative inquiry insects
        inside inspection inspired installed installing instance instant instead institutions instructions
        instructor insurance insurgency insurgents integration integrity intellectual intelligence intend intended
        intends interconnect interest interested interesting interests interfere interference internal interstellar
        interview interviewed interviews into introduce introduced invasion invest investigation investment
        investors invitation invite invited invoice involved involvement involving iodine iodised iron is islamists
        island islands isolated issue issued issues it item items its itself job jobs join joined joining joint joke
        jokes joking journey judge judgment judgments juice jump jury just justification keep keeping keeps kept key
        kick kid kidding kidney kids kill killed killing kind kinda kinds kitchen kitten kittens km knew knife know
        knowing knowledge knowledgeable known knows lab labor lack lady laid land language languages lantern laptop
        large largely larger largest laser last lasted late later latest latter laugh launch launched launching law
        laws lawyer lawyers laying lazy lbs lead leader leaders leadership leading leads learn learned learning
        leash least leave leaves leaving led left leg legacy legal legend legislation legislative legislature
        legitimate legs lemon length less lesson lessons let letter letters level levels liberal license licensed
        lie lies life lifetime light lighter lighting lights like liked likely likes limit limited line lines
        linguistic link linked links lipstick lipsticks liquidation list listed listen listened listening lists
        literally literature litter little live lived lives living load loan lobby local locals located location
        locations lol long longer longest look looked looking looks loose lose losing loss lost lot lots loud love
        loved lovely loves loving low lower luck lucky lunch lying machine machines mad made magic magnificent mail
        mailings main mainland mainly mainstream maintain maintained maintaining maintenance major majority make
        maker makes making male males mama man manage managed management manager managers mandatory manner manual
        many map maps marked market markets marriage married marry mass massage massive match mate material
        materials mathematical mathematician mathematics matter matters mature may maybe mayor me meal meals mean
        meaning means meant meantime measure measures meat mechanic mechanism media median medical medicine medium
        meet meeting meetings melting member members membership memo memoirs memorial memories memory men mental
        mention mentioned menu merely merit mess message messages messed met metal meter method methods mice
        microscope mid middle might migrants mild mile miles militant military milk million millions mind minded
        mine minimum minor minority mins minus minute minutes miss missed missile missiles missing mission mistake
        mistakes mixed mode model models modem moderate modern moisture mold moment monastery money monitor monk
        monks month monthly months moon moral morality more morning mosques most mostly mother motion motivation
        mountain mountains mouse mouth move moved movement movements moves movie movies moving much multiple murder
        murderers murders muscle muscles music must mutual my myself na nail nails naked name named names narrow
        nation native natural nature naval near nearby nearest nearly neat necessarily necessary neck need needed
        needs negative negotiated negotiations neighbor neighborhood neighborhoods neighbors neighbourhood
        neighbours neither neoclassical neologism nervous nest network never new newer newly news newspaper
        newspapers next nice nicely night nights nine no noise nomination nominee none noon nor normal normally
        northeastern northern northwest nose not notable notch note noted notes nothing notice noticed notification
        notified notify notion novel now nowhere nt nuclear number numbered numbers numerous oath object objective
        objects observations observed obtain obtained obvious obviously occasion occasions occupation occur occurred
        ocean odd of off offensive offer offered offering offers office officer officers offices official officially
        officials often oil old older oldest on once one ones ongoing online only onto open opened opening openly
        operate operating operation operations operative opinion opinions opportunities opportunity oppose opposed
        opposite opposition option options or orange orbit order ordered ordering organization organizations
        organize organized origin original originally origins other others otherwise ought our ourselves out
        outbreak outcome outer outside outstanding over overall overnight overpriced overseas overwhelming own owned
        owner owners ozone pace pack package packed page pages paid pain painful paint painting pair pairs pan panel
        pants paper papers paperwork parakeet parents parking parks part participants participate participation
        particles particular particularly parties partner partners partnership parts pass passed passing passion
        passport past path patience patient patients pattern pay paying payment peace peaceful peacefully peak
        penalty peninsula penny people peoples per percent percentiles perfect perfectly perform performances
        performed performing perhaps period periods permanent permission permit persistent person personal
        personality personally persons perspective pet petroleum pets phase phenomenon philosophy phone phones photo
        photograph photographer photographers photography photos physical pick picked picking picture pictures pie
        piece pieces pig pile pilot pin pipe pipeline pizza place placed places plain plan plane planet planned
        planning plans plant plants plaster plastic platform play played player players playing plays pleasant
        pleased pleasure pledge pledged plenty plot plus pocket pockets poetry point pointed points poison polar
        police policies policy polite political politicians politics pollution pool poor popular popularity
        populated population portion ports posed poses position positions positive possibilities possibility
        possible possibly post posted poster posters posting posts pot potential pounds poverty power powerful
        practical practice practices praise prayer predators predicted prefer preferred pregnant premium preparation
        prepare prepared preparing presence present presentation presented preserve preserved press pressure pretty
        prevent previous previously price priced prices pricing pride priest primarily primary principle print
        printed printing prior priority private privileged probably problem problems procedure procedures proceed
        process processes processing produce producers produces product production products professional
        professionalism program programs progress prohibited project projects prominent promise promised promote
        promoted prompt proof propaganda proper properly properties property proposal propose proposed prosperity
        prosperous protect protected protection protest protests proud prove proven provide provided provides
        providing provision pub public publication publicly published pull pulled punishment puppy purchase
        purchased purchasing pure purple purpose purposes pursue push pushed pushing put puts putting qualified
        quality quantity quarter quartile question questions quick quickly quiet quite quote quoted quotes rabbit
        rabbits race racial radiation radical radio rail rain raise raised ran random range ranging rank ranks rapid
        rapidly rare rarely rat rate rates rather rating rats rays re reach reached react reaction read readers
        reading ready real realists reality realize realized really rear reason reasonable reasons rebels recall
        receipt receive received receives receiving recent recently receptionist recipient recognition recognize
        recognized recommend recommendation recommendations recommended reconciliation record recorded recording
        records recover recovery redlined reduce reduced refer reference referenced referred referring refers
        reflect reflects reforms refund refuse refused refusing regard regarded regarding regime region regional
        regions registered registration regret regular regularly rejection relate related relation relations
        relationship relationships relatively relatives relax relaxed relaxing release released relevant reliable
        relief religion religions religious remain remainder remained remaining remains remarkable remarks remember
        remind reminder remove removed removing renewed rent rental repair repeat repeated repeatedly replace
        replaced replacement reply report reported reportedly reporter reporting reports represent representation
        representative represented represents reputation request requested requests require required requirement
        requirements requires requiring rescue research researchers reserves resident residents resistance resolved
        resort resource resources respect respective respond responded response responses responsibilities
        responsibility responsible rest restaurant restaurants restrictions result resulted resulting results resume
        retail retired retirement return returned returning reveal revealed revenue review reviewed reviewing
        reviews revised revision reward rich ride riding right rights ripped rise rising risk risks road rock rocket
        rockets role roles roll romantic roof room rooms root rose rough roughly round rounds route routes routine
        rubber rubble rude rule rules ruling run running runs rural rush sad safe safer safety said sake salad sale
        sales salon salsa salt same sample samples sand sandwich sandwiches sat satanism satisfied satisfy sauce
        sausages save saved saving saw say saying says scale scared scary scenario scene scenes schedule scheduled
        school schools science scientific scientists scope score scored scores screen search searching season seat
        seats second secondary seconds secret section sections sector secure security see seeing seek seeking seem
        seemed seems seen seized select selected selection self sell selling semantic semantics send sender sending
        sense sensitive sensor sent sentence sentences sentiment separate separated separately series serious
        seriously serve served server serves service services serving session set sets setting settle settled
        settlement settlers seven several severe sex sexual shall shame shape shaped share shared shares sharing she
        sheet shelf shell shelter shift ship shipped ships shirt shirts shit shock shoe shoes shoot shooting shop
        shopping shops short shortly shorts shot shots should shoulder show showed shower showing shown shows shut
        shuttles sick side sides sight sights sign signature signed significant significantly signing signoff signs
        silent silk silver similar simple simply simultaneously sin since single sink sinking sister sit site sites
        sitting situated situation situations six sixteen sixth size skilled skills skin sky slavery sleep sleeping
        slice slight slightly slow slowly small smaller smallest smell smoke smooth snack snake snakes so social
        society soft software soil solar sold soldier soldiers solid solution solutions solve solving some somebody
        somehow someone something sometime sometimes somewhat somewhere son song soon sooner sore sort sorts sought
        soul sound sounds source sources southeast space spacecraft spacetime speak speaking special specialized
        species specific specifically spectacular speech speed spend spending spent spheres spicy spirit spiritual
        spite split spoke spoken spokesman sponsored sports spot spots spray spread spreadsheet square stability
        stable staff stage stand standard standards standing stands star stars start started starting starts state
        stated statement statements station statistics statue status stay stayed staying steam steel step stepped
        steps stick still stock stolen stone stood stop stopped stops storage store stored stores stories storm
        story straight strain strange strategies strategy stream streets strength strengthen stretch strict strictly
        strike strive strong stronger strongest strongly structure structures struggle struggling stuck student
        students studied studies studio study studying stuff stupid style subject submit submitted subsequent
        subsequently substances substantial substantially subtle suburbs succeed success successful successfully
        such suck sudden suddenly suffer suffered suffering sufficient suggest suggested suggesting suggestion
        suggestions suggests suicide suit suitable sum summary summer sump sunny super superb superior supplies
        supply support supported supporters supporting supports suppose supposed sure surface surgeon surgery
        surprise surprised surprises surprisingly surrender surrounded surrounding survive survived suspect
        suspected suspicious swap sweet switch switched symptoms system systems ta table tables tail take taken
        takes taking talent talented talk talked talking talks tame tank target targeted targets task tasks taste
        tasted tasting tasty taught tax taxes taxi tea teach teacher teachers teaching team teams technical
        technique techniques technologies technology teeth tel television tell telling tells temperature
        temperatures temples temporary ten tend tens tensions tent term terms terrible territory terror terrorism
        terrorist terrorists test tested testing tests text textile than that the theater theatre their them theme
        themselves then theories theory therapist therapy there thereby these they thick thing things think thinking
        thinks third thirty this thorough those though thought thoughts thousand thousands threat threatened threats
        three threw throat through throughout throw thus ticket tickets tied ties tight tile till time timely times
        timing tiny tip tire tired tires title titles to today toes together told tolerate toll tomorrow ton tonight
        tons too took tool top topic total totally touch tough tour tourism tourist tourists tours toward towards
        towed town towns toxic toys track tracking tracks trade trader traders trading tradition traditional
        traditions traffic tragedy trail train trained trainer training transaction transactions transfer transit
        transition translation transmitted transport transportation transported trash travel traveled traveler
        travelers traveling travelling treat treated treatment treatments tree trees tremendous trial tribe tried
        trillion trip trips troops tropical trot trouble truck true truly trust truth try trying turn turned turning
        twelve twenty twice two type types typical typically uh ultimate ultimately unable under understand
        understanding understood uniform unique unit units unity universal universe universities unknown unless
        unlikely unlimited unprecedented unsure until unusual up upcoming update updated upon upper ur urban urge
        urged use used useful users uses using usual usually utilities vacation valid valuable value values variety
        various vast ve vehicle vehicles vendors venture version versions very vet veteran via viable victims
        victory video videos view views village vintage violence violent virtually visa visible vision visit visited
        visiting visitors visits vital vlog voice volunteer volunteers vote voted votes voting vulnerable wai wait
        waited waiting wake walk walked walking walks wall wan want wanted wanting wants war warfare warm warming
        warned warning warranty was wash waste wasted watch watched watching water waters wave way ways we weak
        wealth wealthy weapon weapons wear wearing weather web website websites wedding week weekend weekends weekly
        weeks weight weird welcome welcomed well went were wet what whatever wheel when whenever where whether which
        while who whole whom whose why wide widely wife wild wildlife will willing win wind window windows winds
        wine wines wing wink winning winter wise wish with within without witnesses wo wolf wolves woman women won
        wonder wonderful wondering wood word words work worked workers workforce working works world worlds
        worldwide worms worried worry worse worship worst worth would wounded write writer writers writes writing
        written wrong wrote year yearly years yellow yesterday yet yields yoga you young younger youngest your yours
        yourself youth zone
        """
}
