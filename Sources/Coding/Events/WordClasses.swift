/// Small classes of common nouns and verbs that the rules ask for.
enum WordClasses {
    static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

    static let persons = set(
        "people person man woman child civilian resident boy girl family villager worker journalist soldier fighter militant rebel insurgent terrorist troop police policeman officer commander leader official activist protester protestor demonstrator student teacher farmer passenger refugee migrant member guard hostage prisoner detainee inmate doctor medic nurse priest worshipper victim suspect gunman attacker bomber politician lawyer tribesman elder driver aid-worker peacekeeper tourist foreigner citizen muslim christian jihadist extremist pilgrim mother father son daughter brother sister wife husband baby infant toddler crowd mob youth teenager other dozen score hundred thousand they them him her he she who employee staffer staff personnel conscript recruit mercenary spy informant defector deserter national minister president lawmaker deputy mayor governor candidate supporter opponent judge reporter photographer bystander patient shopper trader merchant rescuer volunteer pilot sailor marine general colonel captain sergeant major lieutenant private serviceman servicewoman combatant partisan guerrilla separatist loyalist dissident technician engineer director priest headmaster magistrate defender critic blogger monk nun clergyman imam cleric women men children"
    )
    static let bodies = set(
        "government court ministry parliament company union authority country bank council commission agency group party state nation house senate committee organisation organization administration embassy movement regime congress tribunal prosecutor court team delegation firm department association institution republic kingdom bloc alliance coalition opposition monarchy junta church university board media newspaper public majority secretary chief head envoy ambassador diplomat spokesman spokeswoman king queen prince chairman chancellor premier side kremlin"
    )
    static let civilians = set(
        "people civilian resident family villager child woman refugee person man inhabitant population household citizen migrant thousand hundred dozen ten student worker christian muslim yazidi kurd rohingya displaced patient passenger evacuee idp million individual community tribe local score returnee they everyone everybody"
    )
    static let armed = set(
        "force army troop soldier fighter militant rebel insurgent militia jihadist terrorist gunman guerrilla commando paratrooper marine police unit brigade battalion division regiment squadron column convoy tank infantry separatist partisan paramilitary gang warrior combatant ally coalition faction group side navy peacekeeper extremist tribesman guard bandit raider attacker armour armor contingent ranger legion corps military government regime opposition junta loyalist mercenary army they patrol vehicle special-force garrison security defender occupier invader besieger gunner sapper legionnaire guardsman rifleman militiaman reservist crew"
    )
    static let aircraft = set(
        "aircraft plane jet warplane helicopter drone bomber airstrike air-strike uav gunship airplane f-16 f-15 mig fighter-jet aviation air aeroplane quadcopter airforce aerospace airplane predator reaper su-24 su-25 warplanes planes jets"
    )
    static let weapons = set(
        "weapon arm ammunition explosive rifle gun cache munition grenade rocket bomb ied mine mortar pistol bullet device detonator missile landmine shell cartridge firearm stockpile dynamite weaponry rpg kalashnikov ak-47 belt tnt arsenal launcher round gelatin powder"
    )
    /// What strikes, and is not who strikes.
    static let arms = set(
        "artillery mortar rocket missile howitzer tank air drone barrel bomb car suicide gun chlorine gas warplane jet aircraft helicopter shell cruise"
    )
    /// Common nouns that name a place of their own.
    static let placeNouns = set(
        "town city village district neighbourhood neighborhood area airport airbase base province region hill mountain bridge checkpoint crossing border outpost camp dam valley suburb quarter territory countryside island port harbour harbor junction road highway field oilfield gasfield refinery hamlet enclave pocket stronghold bastion capital outskirts position post barracks hospital school factory plant headquarters building square street part half section side stretch swathe swath corridor zone sector front line land neighbourhoods vicinity centre center county governorate farm citadel fortress station prison compound complex palace parliament ministry courthouse university stadium monastery cathedral mosque church embassy heights height ridge plateau gorge crossroad crossroads oasis peak point locality settlement township municipality desert coast bank"
    )
    /// Nouns that say "some part of" the place in their of-phrase.
    static let partNouns = set(
        "part half most third quarter whole entirety middle percent % majority rest remainder portion section chunk swathe swath stretch bulk much some outskirts outskirt edge suburb centre center neighbourhood neighborhood district area side third two-thirds all side quarter several remnant piece percentage fraction heart majority bit countryside vicinity pocket enclave"
    )
    /// Things that are taken and held like towns but are none.
    static let thingNouns = set(
        "field oilfield gasfield airport airbase airfield base dam bridge hill mountain checkpoint crossing refinery factory plant hospital headquarters post outpost barracks prison port station depot camp road highway weapon convoy vehicle tank drone ship vessel"
    )
    /// What somebody says to be so.
    static let allegations = set(
        "claim accusation allegation report rumour rumor suggestion charge assertion statement suspicion")
    static let settlementNouns = set("town city village hamlet settlement township capital municipality")
    static let areaNouns = set(
        "province region district area governorate neighbourhood neighborhood territory countryside county suburb camp island"
    )
    static let facilityNouns = set(
        "airport airbase base outpost checkpoint dam crossing barracks headquarters oilfield gasfield refinery hospital prison factory citadel fortress bridge hill camp field"
    )
    /// Verbs that make, break or tell a deal.
    static let deal = set(
        "sign reach conclude broker ink seal strike announce agree declare violate break accept implement negotiate hold enter ratify initial approve extend back reject propose finalise finalize clinch make come take collapse"
    )
    static let light: Set<String> = set(
        "launch carry conduct stage mount begin start make wage stage undertake execute perform initiate open unleash resume announce mount lead open deliver organise organize run wage effect"
    )
    /// What operations are for.
    static let goals: Set<String> = set(
        "retake recapture take seize capture liberate free clear regain secure encircle reclaim drive push expel reach enter storm liberation recapture seizure"
    )
    /// Verbs that say a thing known before happened.
    static let told: Set<String> = set("confirm announce report acknowledge admit deny")
    /// What one who acts by himself does.
    static let acts: Set<String> = set(
        "hit strike target attack kill wound blow detonate explode drive ram slam injure try storm open breach set")
    static let struck: Set<String> = set(
        "hit strike fire land fall slam kill launch rain explode crash smash target pound lob shoot wound injure destroy damage throw drop use employ release detonate rip tear go leave claim blow deploy contain attack"
    )
    static let toll = set("kill wound injure die hurt perish slay maim martyr")
    /// Nouns and names that do harm by themselves: what they kill is told by their own event.
    static let harm = set(
        "strike airstrike raid attack bombing bomb blast explosion shelling shell bombardment fire rocket missile mortar mine landmine clash fighting battle fight offensive assault gunfire barrage car device ied sniper bullet airstrikes ambush operation bomber grenade violence massacre attack drone gas suicide barrel warplane jet plane helicopter artillery"
    )
}
