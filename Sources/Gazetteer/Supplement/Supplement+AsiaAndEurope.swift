extension Supplement {
    static let asiaAndEurope = """
        donbas|Donbas|region|UA||48.2000|38.2000|6000000|Donbass,Donets Basin
        azovstal|Azovstal|facility|UA|Donetsk|47.1040|37.6180|0|Azovstal steel plant,Azovstal steelworks
        saky-base|Saky air base|facility|UA|Crimea|45.0930|33.5950|0|Saki air base,Novofedorivka air base
        hostomel-airport|Hostomel airport|facility|UA|Kyiv|50.6030|30.1920|0|Antonov Airport,Gostomel airport
        donetsk-airport|Donetsk airport|facility|UA|Donetsk|48.0740|37.7400|0|Donetsk International Airport
        zaporizhzhia-npp|Zaporizhzhia Nuclear Power Plant|facility|UA|Zaporizhzhia|47.5120|34.5860|0|Zaporizhzhia nuclear plant,ZNPP
        kakhovka-dam|Kakhovka Dam|facility|UA|Kherson|46.7780|33.3700|0|Nova Kakhovka dam
        kerch-bridge|Kerch Bridge|facility|UA|Crimea|45.3080|36.5060|0|Crimean Bridge,Kerch Strait Bridge
        snake-island|Snake Island|physical|UA|Odesa|45.2550|30.2040|0|Zmiinyi Island
        crimea|Crimea|region|UA|Crimea|45.3000|34.4000|2000000|Crimean Peninsula,Crimean peninsula
        robotyne|Robotyne|settlement|UA|Zaporizhzhia|47.4440|35.8360|500|Rabotino
        pisky|Pisky|settlement|UA|Donetsk|48.0620|37.6720|2000|Peski
        klishchiivka|Klishchiivka|settlement|UA|Donetsk|48.5270|37.9600|500|Kleshcheyevka
        sea-of-azov|Sea of Azov|water|UA||46.0000|36.5000|0|Azov Sea
        transnistria|Transnistria|region|MD||47.0000|29.6000|450000|Transdniestria,Pridnestrovie
        south-ossetia|South Ossetia|region|GE||42.3000|44.0000|53000|Tskhinvali Region
        abkhazia-r|Abkhazia|region|GE||43.0000|41.0000|240000|
        nagorno-karabakh|Nagorno-Karabakh|region|AZ||39.8200|46.7500|140000|Artsakh,Karabakh,Nagorny Karabakh,Mountainous Karabakh
        lachin-road|Lachin Corridor|region|AZ||39.6400|46.5500|0|Lachin corridor,Zangezur corridor
        pankisi|Pankisi Gorge|region|GE||42.1000|45.2700|0|Pankisi
        bamut|Bamut|settlement|RU|Chechnya|43.1600|45.2000|5000|
        samashki|Samashki|settlement|RU|Chechnya|43.2900|45.3000|11000|Samashky
        komsomolskoye|Komsomolskoye|settlement|RU|Chechnya|43.0200|45.6100|5000|Goy-Chu,Saadi-Kotar
        north-caucasus|North Caucasus|region|RU||43.5000|45.0000|0|
        caucasus|Caucasus|region|||42.5000|44.0000|0|South Caucasus,the Caucasus
        srebrenica-potocari|Potocari|settlement|BA|Republika Srpska|44.1600|19.3010|4000|
        mount-igman|Mount Igman|physical|BA||43.7500|18.2700|0|Igman
        krajina|Krajina|region|HR||44.5000|16.0000|0|
        posavina|Posavina|region|BA||45.0000|18.4000|0|Posavina corridor
        omarska-camp|Omarska camp|camp|BA|Republika Srpska|44.8800|16.9000|0|Omarska
        balkans|Balkans|region|||43.0000|21.0000|0|Balkan Peninsula
        tora-bora|Tora Bora|physical|AF|Nangarhar|34.1160|70.2230|0|
        bagram-base|Bagram air base|facility|AF|Parwan|34.9460|69.2650|0|Bagram airfield,Bagram Airfield,Bagram
        camp-bastion|Camp Bastion|facility|AF|Helmand|31.8630|64.2240|0|Camp Leatherneck
        shah-i-kot|Shah-i-Kot Valley|region|AF|Paktia|33.3700|69.1800|0|Shahikot
        korengal|Korengal Valley|region|AF|Kunar|34.8700|70.9100|0|Korangal Valley,Korengal
        panjshir|Panjshir|admin1|AF|Panjshir|35.4000|69.7000|170000|Panjshir Valley,Panjsher
        marja-af|Marja|settlement|AF|Helmand|31.5230|64.1180|80000|Marjah
        musa-qala|Musa Qala|settlement|AF|Helmand|32.3600|64.7600|20000|Musa Qaleh
        sangin|Sangin|settlement|AF|Helmand|32.0730|64.8360|20000|
        torkham|Torkham|settlement|AF|Nangarhar|34.1250|71.0900|0|Torkham crossing,Torkham border crossing
        spin-boldak-x|Spin Boldak|settlement|AF|Kandahar|31.0060|66.4000|30000|Spin Buldak
        waziristan|Waziristan|region|PK||32.5000|69.8000|0|
        north-waziristan|North Waziristan|admin2|PK|Khyber Pakhtunkhwa|32.9500|69.9600|540000|
        south-waziristan|South Waziristan|admin2|PK|Khyber Pakhtunkhwa|32.3000|69.8000|680000|
        swat|Swat Valley|region|PK|Khyber Pakhtunkhwa|35.2000|72.4000|0|Swat
        kashmir|Kashmir|region|IN||34.2000|75.0000|0|
        line-of-control|Line of Control|region|IN||34.5000|74.5000|0|
        rakhine|Rakhine State|admin1|MM|Rakhine|20.1000|93.8000|3000000|Rakhine,Arakan,Arakan State
        shan|Shan State|admin1|MM|Shan|21.5000|98.0000|5800000|
        kachin|Kachin State|admin1|MM|Kachin|26.0000|97.5000|1700000|Kachin
        kayin|Kayin State|admin1|MM|Kayin|17.0000|97.7500|1600000|Karen State
        kayah|Kayah State|admin1|MM|Kayah|19.2500|97.3300|286000|Karenni State
        chin|Chin State|admin1|MM|Chin|22.0000|93.5000|480000|
        sagaing-r|Sagaing Region|admin1|MM|Sagaing|23.5000|95.5000|5300000|Sagaing Division
        laukkai|Laukkaing|settlement|MM|Shan|23.6900|98.7600|24000|Laukkai,Laogai,Laukkaing
        kutupalong|Kutupalong refugee camp|camp|BD|Chittagong|21.2120|92.1630|600000|Kutupalong,Kutupalong camp
        khe-sanh|Khe Sanh|settlement|VN|Quang Tri|16.6220|106.7300|0|Khe Sanh Combat Base
        dien-bien-phu-x|Dien Bien Phu|settlement|VN|Dien Bien|21.3860|103.0230|80000|
        ia-drang|Ia Drang Valley|region|VN|Gia Lai|13.5800|107.7200|0|Ia Drang
        my-lai|My Lai|settlement|VN|Quang Ngai|15.1790|108.8690|0|Son My,Song My
        hamburger-hill|Hamburger Hill|physical|VN|Thua Thien-Hue|16.2530|107.1750|0|Dong Ap Bia,Hill 937
        mekong-delta|Mekong Delta|region|VN||10.0000|105.8000|0|
        a-shau|A Shau Valley|region|VN|Thua Thien-Hue|16.2500|107.2500|0|Ashau Valley
        south-vietnam|South Vietnam|region|VN||11.5000|107.0000|0|
        north-vietnam|North Vietnam|region|VN||20.5000|105.5000|0|
        central-highlands|Central Highlands|region|VN||13.5000|108.0000|0|
        south-china-sea|South China Sea|water|||12.0000|113.0000|0|
        indian-ocean|Indian Ocean|water|||-10.0000|70.0000|0|
        atlantic|Atlantic Ocean|water|||10.0000|-30.0000|0|Atlantic,North Atlantic
        pacific|Pacific Ocean|water|||0.0000|-160.0000|0|Pacific
        baltic|Baltic Sea|water|||58.0000|20.0000|0|Baltic
        north-sea|North Sea|water|||56.0000|3.0000|0|
        caspian|Caspian Sea|water|||42.0000|50.5000|0|
        gulf-of-mexico|Gulf of Mexico|water|||25.0000|-90.0000|0|
        caribbean|Caribbean|region|||15.0000|-75.0000|0|Caribbean Sea
        eastern-europe|Eastern Europe|region|||52.0000|30.0000|0|
        western-europe|Western Europe|region|||48.0000|4.0000|0|
        south-asia|South Asia|region|||22.0000|78.0000|0|
        southeast-asia|Southeast Asia|region|||8.0000|110.0000|0|South-East Asia,South East Asia
        central-asia|Central Asia|region|||43.0000|66.0000|0|
        latin-america|Latin America|region|||-10.0000|-65.0000|0|
        north-america|North America|region|||46.0000|-100.0000|0|
        south-america|South America|region|||-15.0000|-60.0000|0|
        central-america|Central America|region|||13.5000|-86.0000|0|
        korean-peninsula|Korean Peninsula|region|||38.0000|127.5000|0|Korean peninsula
        guantanamo|Guantanamo Bay|facility|CU||19.9030|-75.0970|0|Guantánamo Bay
        java|Java|physical|ID||-7.5000|110.0000|0|Java island,island of Java
        sumatra|Sumatra|physical|ID||0.0000|102.0000|0|Sumatera
        borneo|Borneo|physical|||1.0000|114.0000|0|
        sulawesi|Sulawesi|physical|ID||-2.0000|121.0000|0|Celebes
        luzon|Luzon|physical|PH||16.0000|121.0000|0|
        mindanao|Mindanao|physical|PH||8.0000|125.0000|0|
        basilan|Basilan|physical|PH||6.5700|122.0300|0|
        jolo|Jolo|physical|PH||5.9900|121.1500|0|Sulu
        sicily|Sicily|physical|IT||37.5000|14.0000|0|
        crete|Crete|physical|GR||35.2100|24.9100|0|
        great-lakes|Great Lakes|water|||45.0000|-84.0000|0|
        lake-erie|Lake Erie|water|||42.2000|-81.2000|0|
        lake-victoria|Lake Victoria|water|||-1.0000|33.0000|0|
        lake-tanganyika|Lake Tanganyika|water|||-6.5000|29.8000|0|
        lake-kivu|Lake Kivu|water|||-2.0000|29.0000|0|
        lake-titicaca|Lake Titicaca|water|||-15.8000|-69.4000|0|
        midwest|Midwest|region|US||41.5000|-93.0000|0|
        new-england|New England|region|US||44.0000|-71.0000|0|
        """
}
