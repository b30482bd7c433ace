extension Supplement {
    static let middleEast = """
        akashat|Akashat|settlement|IQ|Al Anbar|33.7000|40.0000|5000|Akkashat,Ukashat,Akashat mine
        baghuz|Al-Baghuz Fawqani|settlement|SY|Deir ez-Zor|34.4530|40.9510|10000|Baghuz,Baghouz,al-Baghuz,Al-Baghouz
        ain-issa-camp|Ain Issa camp|camp|SY|Raqqa|36.3870|38.8600|13000|Ain Issa IDP camp
        al-hol-camp|Al-Hol camp|camp|SY|Al-Hasakah|36.3730|41.1500|60000|al-Hawl camp,Hol camp
        roj-camp|Roj camp|camp|SY|Al-Hasakah|36.8390|42.0880|2500|al-Roj camp
        rukban|Rukban camp|camp|SY|Homs|33.3140|38.7040|10000|Rukban,al-Rukban,Rukban camp
        yarmouk|Yarmouk camp|camp|SY|Damascus|33.4740|36.3030|20000|Yarmouk,Yarmuk camp,Yarmouk refugee camp
        tanf|Al-Tanf|facility|SY|Homs|33.5060|38.6180|0|al-Tanf,Tanf,at-Tanf,al-Tanf garrison,al-Tanf base
        shayrat-base|Shayrat air base|facility|SY|Homs|34.4900|36.9090|0|Shayrat airbase,Shayrat,al-Shayrat air base
        hmeimim|Khmeimim air base|facility|SY|Latakia|35.4110|35.9480|0|Hmeimim air base,Hmeimim,Khmeimim,Hmeymim
        t4|Tiyas air base|facility|SY|Homs|34.5230|37.6300|0|T4 air base,T-4 air base,T4 airbase,Tiyas,Tayfur air base
        tabqa-dam|Tabqa Dam|facility|SY|Raqqa|35.8720|38.5660|0|Tabqa dam,Euphrates Dam,al-Tabqa dam,Thawra Dam
        tabqa-base|Tabqa air base|facility|SY|Raqqa|35.7550|38.5670|0|Tabqa airbase,Tabqa military airport
        tishrin-dam|Tishrin Dam|facility|SY|Aleppo|36.3800|38.1840|0|Tishreen Dam
        omar-field|Al-Omar oil field|facility|SY|Deir ez-Zor|35.0900|40.5500|0|Omar oil field,al-Omar oilfield,Omar field
        conoco|Conoco gas plant|facility|SY|Deir ez-Zor|35.3350|40.3100|0|Conoco gas field,Koniko,Conoco field
        tanak|Al-Tanak oil field|facility|SY|Deir ez-Zor|34.9600|40.7700|0|Tanak oil field
        shaer|Shaer gas field|facility|SY|Homs|34.8100|37.7500|0|Shaar gas field,al-Shaer gas field
        menagh|Menagh air base|facility|SY|Aleppo|36.5220|37.0410|0|Menagh airbase,Minnigh,Mennagh
        kuweires|Kuweires air base|facility|SY|Aleppo|36.1870|37.5830|0|Kweires,Kuwairis air base,Kweiris
        abu-duhur|Abu al-Duhur air base|facility|SY|Idlib|35.7310|37.1040|0|Abu Duhur airbase,Abu al-Dhuhur
        wadi-deif|Wadi al-Deif|facility|SY|Idlib|35.6600|36.6900|0|Wadi Deif
        mayadin|Mayadin|settlement|SY|Deir ez-Zor|35.0200|40.4530|44000|Mayadeen,al-Mayadeen,al-Mayadin,Mayadin
        quriyah|Al-Quriyah|settlement|SY|Deir ez-Zor Governorate|34.9400|40.5300|20000|Quriyah,al-Quriya,Qouriyeh,al-Qurayya
        busayrah|Busayrah|settlement|SY|Deir ez-Zor Governorate|35.1560|40.4260|27000|al-Busayrah,Basira,Busaira
        khasham|Khasham|settlement|SY|Deir ez-Zor Governorate|35.3000|40.2860|7000|Khusham,Khesham
        shuhayl|Al-Shuhayl|settlement|SY|Deir ez-Zor Governorate|35.0970|40.4540|14000|Shuhayl,al-Shahil,Shuheil,Shheil
        suwar|Al-Suwar|settlement|SY|Deir ez-Zor Governorate|35.5100|40.6480|5000|Suwar,as-Suwar,al-Sur
        shaafah|Al-Shaafah|settlement|SY|Deir ez-Zor Governorate|34.5640|40.9470|18000|Shaafah,al-Shafah,Shaafa,Sha'fah
        gharanij|Gharanij|settlement|SY|Deir ez-Zor Governorate|34.7800|40.7220|23000|Granij,Ghraneej
        kishkiyah|Al-Kishkiyah|settlement|SY|Deir ez-Zor Governorate|34.8290|40.6990|14000|Kishkiyah,Kashkiyah
        abu-hamam|Abu Hamam|settlement|SY|Deir ez-Zor Governorate|34.8250|40.6740|22000|Abu Hammam
        hatla|Hatla|settlement|SY|Deir ez-Zor Governorate|35.3400|40.1950|20000|Hatlah
        marrat|Marrat|settlement|SY|Deir ez-Zor Governorate|35.3150|40.2380|3000|Marat
        dura-salhiyah|Al-Salihiyah|settlement|SY|Deir ez-Zor Governorate|34.7470|40.7310|4000|al-Salhiyah,Salhiyah
        buqrus|Buqrus|settlement|SY|Deir ez-Zor Governorate|35.0750|40.4180|8000|Bouqras,Buqras
        muhasan|Muhasan|settlement|SY|Deir ez-Zor Governorate|35.2335|40.3166|8000|Mohassan,al-Muhasan,Muhassan
        asharah|Al-Asharah|settlement|SY|Deir ez-Zor Governorate|34.9213|40.5601|17000|Asharah,al-Ashara
        dhiban|Dhiban|settlement|SY|Deir ez-Zor Governorate|35.0150|40.5103|9000|Ziban,Theeban
        sukhnah|Al-Sukhnah|settlement|SY|Homs Governorate|34.8853|38.8711|16000|Sukhnah,Sukhna,as-Sukhnah,al-Sukhna
        shaddadi|Al-Shaddadi|settlement|SY|Al-Hasakah Governorate|36.0576|40.7348|16000|Shaddadi,ash-Shaddadah,al-Shadadi
        ain-issa|Ayn Issa|settlement|SY|Raqqa Governorate|36.3855|38.8622|7000|Ain Issa,Ein Issa
        tal-abyad|Tell Abyad|settlement|SY|Raqqa Governorate|36.6965|38.9538|15000|Tal Abyad,Tel Abyad,Tall Abyad
        resafa|Al-Resafa|settlement|SY|Raqqa Governorate|35.6300|38.7570|2000|Resafa,Rusafa,ar-Rusafah,Rasafa
        ithriya|Ithriya|settlement|SY|Hama Governorate|35.3660|37.7840|1000|Ithriyah,Athriya,Esriya
        hawija|Hawija|settlement|IQ|Kirkuk Province|35.3259|43.7727|100000|al-Hawija,Hawijah,al-Hawijah,Haweeja
        tal-afar|Tal Afar|settlement|IQ|Nineveh Governorate|36.3791|42.4481|80000|Tel Afar,Telafar,Tall Afar
        qayyarah|Qayyarah|settlement|IQ|Nineveh Governorate|35.7993|43.2945|20000|al-Qayyarah,Qayyara,Gayara
        hajin|Hajin|settlement|SY|Deir ez-Zor|34.6890|40.8310|37000|Hajeen
        susah|Al Susah|settlement|SY|Deir ez-Zor|34.5180|40.9780|14000|Sousa,al-Susa
        dabiq|Dabiq|settlement|SY|Aleppo|36.5370|37.2670|3300|Dabeq
        kobani|Ayn al-Arab|settlement|SY|Aleppo|36.8910|38.3530|44800|Kobani,Kobane,Kobanê,Ain al-Arab
        eastern-ghouta|Eastern Ghouta|region|SY|Rif Dimashq|33.5500|36.4500|400000|East Ghouta,Ghouta,eastern Ghouta
        western-ghouta|Western Ghouta|region|SY|Rif Dimashq|33.4300|36.1500|0|West Ghouta
        qalamoun|Qalamoun|region|SY|Rif Dimashq|34.0500|36.6000|0|Qalamun,Kalamoun,Qalamoun Mountains
        badia|Syrian Desert|region|SY|Homs|34.3000|38.8000|0|Badia,Syrian Badia
        euphrates-valley|Euphrates valley|region|SY||34.9000|40.5000|0|Middle Euphrates River Valley,Euphrates River valley
        rojava|Rojava|region|SY||36.6000|40.0000|2000000|Western Kurdistan
        golan|Golan Heights|region|SY|Quneitra|33.0000|35.7500|0|Golan,the Golan
        sahl-al-ghab|Al-Ghab Plain|region|SY|Hama|35.5000|36.3500|0|Ghab Plain,al-Ghab,Sahl al-Ghab
        marj-as-sultan|Marj al-Sultan|settlement|SY|Rif Dimashq|33.4930|36.4710|8000|Marj as-Sultan
        jobar|Jobar|settlement|SY|Damascus|33.5290|36.3310|0|Jobar district
        handarat|Handarat camp|camp|SY|Aleppo|36.2740|37.1680|0|Handarat,Ein al-Tal
        speicher|Camp Speicher|facility|IQ|Salah ad Din|34.6730|43.5420|0|Speicher,Speicher base
        ain-al-asad|Ain al-Asad air base|facility|IQ|Al Anbar|33.7860|42.4410|0|al-Asad air base,Ain al-Assad,Al Asad Airbase
        qayyarah-base|Qayyarah West air base|facility|IQ|Nineveh|35.7670|43.1250|0|Q-West,Qayyara air base
        mosul-dam|Mosul Dam|facility|IQ|Nineveh|36.6300|42.8230|0|Mosul dam
        haditha-dam|Haditha Dam|facility|IQ|Al Anbar|34.2070|42.3550|0|
        baiji-refinery|Baiji oil refinery|facility|IQ|Salah ad Din|34.9980|43.4900|0|Baiji refinery,Beiji refinery
        abu-ghraib-prison|Abu Ghraib prison|facility|IQ|Baghdad|33.2930|44.0660|0|
        sinjar-mountains|Mount Sinjar|physical|IQ|Nineveh|36.3600|41.8000|0|Sinjar Mountains,Mt Sinjar,Sinjar Mountain
        nineveh-plains|Nineveh Plains|region|IQ|Nineveh|36.4000|43.3000|0|Nineveh Plain
        hamrin|Hamrin Mountains|physical|IQ|Diyala|34.5000|44.3000|0|Hamrin,Himreen Mountains
        dora|Dora|settlement|IQ|Baghdad|33.2500|44.3900|0|al-Dora,Doura
        sadr-city|Sadr City|settlement|IQ|Baghdad|33.3890|44.4580|1000000|al-Sadr City,Thawra
        green-zone|Green Zone|facility|IQ|Baghdad|33.3070|44.3910|0|International Zone
        kurdistan-region|Kurdistan Region|region|IQ||36.4000|44.3000|5000000|Iraqi Kurdistan,Kurdistan Region of Iraq,KRI
        sanjak-rabia|Rabia|settlement|IQ|Nineveh|36.8000|42.1000|20000|Rabiaa
        walid-crossing|Al-Walid border crossing|facility|IQ|Al Anbar|33.4270|38.9350|0|al-Waleed crossing
        jurf|Jurf al-Sakhar|settlement|IQ|Babil|32.8600|44.2130|20000|Jurf as-Sakhar,Jurf al-Sakhr
        jenin-camp|Jenin refugee camp|camp|PS|West Bank|32.4610|35.2870|13000|Jenin camp
        jabalia-camp|Jabalia refugee camp|camp|PS|Gaza|31.5350|34.4980|100000|Jabalia camp,Jabaliya camp,Jabaliya refugee camp
        nuseirat-camp|Nuseirat refugee camp|camp|PS|Gaza|31.4490|34.3920|80000|Nuseirat camp,Nuseirat
        shati-camp|Al-Shati refugee camp|camp|PS|Gaza|31.5390|34.4450|80000|Shati camp,Beach camp
        bureij-camp|Bureij refugee camp|camp|PS|Gaza|31.4390|34.4030|40000|Bureij camp,Bureij
        maghazi-camp|Maghazi refugee camp|camp|PS|Gaza|31.4210|34.3850|30000|Maghazi camp,Maghazi
        rafah-crossing|Rafah crossing|facility|PS|Gaza|31.2480|34.2590|0|Rafah border crossing
        kerem-shalom|Kerem Shalom crossing|facility|PS|Gaza|31.2280|34.2840|0|Kerem Shalom,Karem Abu Salem
        shifa|Al-Shifa Hospital|facility|PS|Gaza|31.5240|34.4440|0|Shifa Hospital,al-Shifa hospital
        gaza-strip|Gaza Strip|region|PS||31.4250|34.3730|2100000|the Gaza Strip
        west-bank|West Bank|region|PS||32.0000|35.2500|3000000|the West Bank,Judea and Samaria
        bekaa|Beqaa Valley|region|LB|Beqaa|33.9000|36.0000|0|Bekaa Valley,Bekaa,Beqaa
        dahiyeh|Dahieh|settlement|LB|Beirut|33.8500|35.5100|0|Dahiyeh,Dahiya,southern suburbs of Beirut
        shebaa-farms|Shebaa Farms|region|LB||33.3000|35.7000|0|Sheba Farms
        ain-al-hilweh|Ain al-Hilweh camp|camp|LB|South Lebanon|33.5430|35.3790|50000|Ain al-Hilweh,Ein el-Hilweh
        hodeidah-port|Hodeidah port|facility|YE|Al Hudaydah|14.8350|42.9300|0|port of Hodeidah
        anad|Al-Anad air base|facility|YE|Lahij|13.1750|44.7650|0|al-Anad base,al-Anad
        bab-el-mandeb|Bab el-Mandeb Strait|water|YE||12.5830|43.3330|0|Bab al-Mandab,Bab el-Mandeb,Bab al-Mandeb
        nihm|Nihm|admin2|YE|Sanaa|15.7500|44.5000|0|Nehm
        durayhimi|Ad Durayhimi|settlement|YE|Al Hudaydah|14.6270|43.0930|0|Durayhimi,ad-Durayhimi
        hormuz|Strait of Hormuz|water|||26.5670|56.2500|0|Hormuz Strait
        red-sea|Red Sea|water|||20.2800|38.5100|0|
        persian-gulf|Persian Gulf|water|||26.8000|51.5000|0|Arabian Gulf,the Gulf
        mediterranean|Mediterranean Sea|water|||35.0000|18.0000|0|Mediterranean
        black-sea|Black Sea|water|||43.4000|34.3000|0|
        middle-east|Middle East|region|||29.0000|42.0000|0|Mideast,the Middle East
        kandil|Qandil Mountains|physical|IQ|Erbil|36.5500|45.0000|0|Kandil Mountains,Qandil
        """
}
