/// Words that tell a person's name from others, for ``NameScreen``. In lower case, without hyphens and apostrophes.
enum NameWords {
    /// Small words inside names.
    static let particles = WordSet(
        list: "al el bin ibn ben bint abu abou umm um abd de da do dos das di du van von der den del della la le ul ud")

    /// Before a name: what its bearer is called.
    static let titles = WordSet(
        list: """
            mr mrs ms miss dr doctor prof professor sir dame lord lady sheikh shaykh sheik imam mullah maulana ayatollah
            hajj hajji haji sayyid sayed ustaz mufti bishop archbishop patriarch pope father brother sister reverend rev
            pastor rabbi king queen prince princess emir emperor sultan president premier chancellor minister secretary
            senator congressman congresswoman mp deputy governor mayor ambassador envoy commissioner chairman chairwoman
            chief commander general gen maj lt col brig sgt major colonel captain capt lieutenant sergeant corporal
            private admiral marshal brigadier officer inspector judge justice prosecutor attorney spokesman spokeswoman
            spokesperson director leader
            """)

    /// Before a name, in small letters: a trade, a kinship, or "named".
    static let roles = WordSet(
        list: """
            journalist reporter correspondent cameraman photographer photojournalist freelancer blogger activist campaigner
            volunteer medic paramedic nurse surgeon midwife teacher headmaster student pupil farmer shepherd driver baker
            barber shopkeeper trader merchant mechanic engineer lawyer cleric preacher priest nun monk worker labourer
            fisherman carpenter tailor blacksmith resident residents villager witness survivor victim victims detainee
            prisoner hostage refugee mother father son daughter brother sister wife husband widow cousin uncle aunt nephew
            niece grandmother grandfather grandson granddaughter girl boy toddler baby infant child man woman fiancé
            fiancee friend neighbour neighbor colleague martyr martyrs named called nicknamed identified poet singer actor
            actress footballer goalkeeper athlete artist
            """)

    static let aged = WordSet(list: "aged age")

    /// Capital words that no name of a person has: nationalities, creeds, days, months, tongues.
    static let never = WordSet(
        list: """
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august
            september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov
            dec ramadan eid christmas easter syrian syrians iraqi iraqis turkish turks kurdish kurds kurd arab arabs arabic
            iranian iranians russian russians american americans british briton britons french german germans israeli
            israelis palestinian palestinians lebanese jordanian jordanians saudi saudis egyptian egyptians yemeni yemenis
            libyan libyans sudanese afghan afghans pakistani pakistanis indian indians chinese japanese korean ukrainian
            ukrainians polish italian spanish dutch belgian swedish norwegian danish canadian australian tunisian algerian
            moroccan kuwaiti qatari emirati bahraini omani chechen chechens uzbek uzbeks turkmen turkman turkmens armenian
            armenians assyrian assyrians yazidi yazidis yezidi circassian druze alawite alawites sunni sunnis shia shias
            shiite shiites christian christians muslim muslims islamist islamists jihadi jihadist jihadists salafi jewish
            jews western european europeans african asian somali somalis nigerian nigerians malian ethiopian eritrean
            congolese rwandan kenyan ugandan burmese rohingya colombian mexican venezuelan brazilian
            i we he she they it god allah english twitter facebook telegram youtube whatsapp internet
            """)

    /// First words of sentences that belong to no name.
    static let initial = WordSet(
        list: """
            the a an this that these those there here it its his her their our my your he she they we i you who what when
            where why how which while as at by for from in into of off on onto out over to under up upon with within without
            after before since until during despite between among amid against about above across along around behind below
            beside besides beyond near inside outside through throughout toward towards and but or nor so yet if although
            though because unless whereas whether both each either neither every all any some many most more few several
            other another such no not only also even then now later earlier today yesterday tomorrow meanwhile moreover
            however elsewhere overnight separately according following citing at least two three four five six seven eight
            nine ten eleven twelve twenty thirty forty fifty dozens scores hundreds thousands one once twice first second
            last next local regional government opposition rebel rebels regime coalition army troops soldiers forces
            fighters militants gunmen insurgents militia militias police officials authorities residents civilians witnesses
            medics activists doctors sources warplanes aircraft jets helicopters airstrikes strikes clashes fighting
            shelling violence people children women men families is was were are has have had did does do will would could
            can may might must said says asked told speaking
            """)

    /// Words of the names of bodies and places: what has one is no person's name.
    static let bodies = WordSet(
        list: """
            army armies forces force brigade brigades battalion battalions division divisions regiment corps command front
            fronts guard guards movement union party council committee commission coalition alliance league federation
            confederation organization organisation agency authority administration government ministry department bureau
            office parliament assembly senate congress court tribunal police intelligence security defense defence military
            militia militias units unit protection nations nation state states republic kingdom emirate caliphate emirates
            network observatory watch amnesty international crescent cross red rights human group company corporation bank
            university school college institute academy hospital clinic center centre mosque church cathedral monastery
            temple shrine museum palace house castle citadel airport airbase base airfield port harbor harbour bridge dam
            station plant field fields oil gas square street road highway avenue roundabout market souk bazaar district
            subdistrict province governorate county region neighborhood neighbourhood quarter suburb town village city camp
            crossing border gate checkpoint river lake sea ocean gulf strait valley plain desert mountain mountains hill hills
            heights island islands canal north south east west northern southern eastern western central upper lower greater
            new old deir dayr ayn ain tal tell tall ras bab khan khirbet kafr kfar kafar beit bayt wadi jabal jebel jabel
            burj qalaat qasr shatt nahr jisr sahl tel jisr umm saint san los las fort mount cape democratic syria iraq turkey
            lebanon jordan iran israel russia america arabia yemen libya egypt sudan ukraine afghanistan pakistan africa asia
            europe kurdistan palestine islamic islam arab peoples people liberation freedom free national united popular
            revolutionary resistance operation shield storm wrath spring sword dawn convention agreement treaty accord
            resolution charter times post news press tribune herald journal television radio channel media media daily
            weekly reuters agence associated hezbollah hizbullah hamas daesh qaeda qaida taliban pkk ypg sdf nato unicef
            minister's house war battle siege campaign day eagle eagles lions lion falcons sons descendants soldiers
            shura sham tahrir nusra ahrar fatah fateh islam's jaish jaysh liwa faylaq harakat hayat katibat kataib ansar jund
            asaib saraya firqat
            """)

    /// Names of several words that are public and have no such word.
    static func isPublic(_ name: String) -> Bool { known.contains(name.lowercased()) }

    private static let known: Set<String> = [
        "abu kamal", "albu kamal", "abu dhabi", "new york", "tel aviv", "hong kong", "sri lanka", "burkina faso",
        "costa rica", "puerto rico", "el salvador", "sierra leone", "cote d'ivoire", "boko haram", "al shabaab",
        "great britain", "holy land", "middle ages", "al jazeera", "al arabiya", "deutsche welle", "der spiegel",
        "el pais", "le monde", "abu ghraib", "abu hureyra", "abu khashab", "white helmets", "grey wolves",
    ]

    /// Given names that are seldom anything else, in common spellings.
    static let given = WordSet(
        list: """
            abbas abdallah abdel abdelaziz abdelkader abdelrahman abdo abdul abdulaziz abdulkarim abdullah abdulrahman abed
            adam adel adham adnan afaf ahlam ahmad ahmed aisha akram alaa alan albert alejandro aleksandr alex alexander
            alexei ali alice alina aliya amal amer amina amir amira ammar amr ana anas anastasia anatoly andrea andreas
            andrei andrew andriy angela anna anne anton antonio anwar arif arthur asad asim asma ayman ayse aysha aziz aziza
            baha bahaa bakr barbara basel basem bashar bashir basil bassam bassel ben bilal boris brahim brian bushra
            carlos caroline catherine charles christina christopher claire claudia daniel daniela dariush david denis
            deniz diana dima dina dmitri dmitry dmytro dunya edward elena elias elif elizabeth emad emily emma emre esra
            eva fadi fadia fadel fahad fahd faisal faiz farah fares farhad farid farida faris farouk fares fatemeh fatima
            fatimah fatma fawaz fawzi fayez ferhat firas francesca francis francisco fuad gabriel galina george georges
            gharib ghassan ghada ghazi giorgio grigory gulnara gustavo hadi hafez haidar haider hala hamad hamada hamid
            hamida hamza hana hanan hani hanna hans haroun hasan haseeb hassan hassoun hatem hayat haytham haitham heba
            helen helena hend hiba hisham hind huda hussam hussein husain husayn hussain ibrahim idris igor ihab ilham imad
            iman imran inas ines irina isaac isabel ismail issa issam ivan iyad jaafar jaber jack jacob jalal jamal james
            jamil jamila jane jasim jason javier jawad jean jennifer jessica jihad joao johan johannes john jonathan jorge
            jose joseph juan julia julie juma kamal kamel kamil karim karima karen katarina kateryna kathryn kenan khaled
            khalid khalil khadija khadijah konstantin ksenia laila lama lamia larisa latif laura layla leila leyla lina
            linda lubna lucia luis lyudmila maha mahdi mahmoud mahmud majed majid malak malek mamdouh manal mansour manuel
            maria mariam marie marina marta martin marwa marwan maryam masoud matthew maxim maya maysa mazen mehdi mehmet
            michael michel miguel mikhail mohamad mohamed mohammad mohammed mona mousa moussa muhammad muhammed muhanad munir
            murad musa mustafa muthanna mykola nabil nada nader nadia nadine nafisa nahla najat najib najla nasser nasrin
            natalia natalya nawal nazar nicholas nicolas nidal nikolai nima nina nizar noor noura nour nura obaida ola olga
            oleg oleksandr oleksiy olena omar omer osama oscar othman oussama pablo patricia patrick paul pavel pedro peter
            petro philip pierre qasim qassem raed rafael rafat rafik raghad rahaf rahim raja rajab rami ramzi rana rania
            rasha rashid raymond razan reem reema rebecca ricardo richard rihab rima riyad robert roberto rosa ruba ruslan
            saad saadi sabah sabri sadiq safa safaa safiya sahar said saeed sajida salah salam saleh salem salim salma
            salman salwa sam sama samar sameer samer sami samia samir samira samuel sana sanaa sandra sara sarah sasha
            sergei serhiy shadi shaima sharif shawqi sherif shirin siham simon sofia sonia stefan stephen suad suhail
            suhayl suleiman sulaiman sultana susan svetlana taha taher talal tamara tamer tamim tareq tarek tariq tatiana
            tatyana thaer thomas umar usama uthman vadim valentina vasily victor viktor viktoria vladimir volodymyr wael
            wafa wafaa waleed walid walaa wassim william yahya yana yara yaser yasin yasir yasmin yasmine yasser yazan yelena
            yevgeny yousef youssef yuri yusuf yusra zahra zaid zain zainab zakaria zaki zeinab zeina zeynep ziad zohra zuhair
            """)
}
