extension Supplement {
    static let africa = """
        bani-walid-x|Bani Walid|settlement|LY|Misrata|31.7566|13.9942|46000|Beni Walid
        watiya|Al-Watiya air base|facility|LY||32.4800|11.8960|0|Watiya air base,al-Watiya,Okba Ibn Nafa air base
        jufra-base|Al Jufra air base|facility|LY||29.1980|16.0010|0|Jufra air base,al-Jufra
        sharara|El Sharara oil field|facility|LY||26.5700|12.2200|0|Sharara oilfield,Sharara oil field
        mitiga|Mitiga Airport|facility|LY|Tripoli|32.8940|13.2760|0|Mitiga,Mitiga air base
        es-sider|Es Sider|facility|LY||30.6330|18.3500|0|Es Sidra,As Sidra,al-Sidra
        ras-lanuf|Ras Lanuf|settlement|LY||30.4940|18.5490|12000|Ra's Lanuf,Ras Lanouf
        cyrenaica|Cyrenaica|region|LY||30.0000|21.0000|0|Barqa
        tripolitania|Tripolitania|region|LY||30.5000|14.0000|0|
        fezzan|Fezzan|region|LY||26.3333|13.4167|0|Fazzan
        nafusa|Nafusa Mountains|physical|LY||31.8500|11.8000|0|Nefusa Mountains,Western Mountains
        tigray|Tigray|admin1|ET|Tigray|14.1700|38.8300|5000000|Tigrai,Tigray Region
        gerd|Grand Ethiopian Renaissance Dam|facility|ET|Benishangul-Gumuz|11.2150|35.0930|0|GERD,Renaissance Dam
        badme|Badme|settlement|ET|Tigray|14.7280|37.8020|1500|
        zalambessa|Zalambessa|settlement|ET|Tigray|14.5190|39.3880|10000|Zalambesa,Zela Ambesa
        mai-kadra|Mai Kadra|settlement|ET|Tigray|14.0700|36.5730|45000|Maikadra,May Kadra
        shire-et|Shire|settlement|ET|Tigray|14.1030|38.2830|47000|Shire Inda Selassie,Inda Selassie,Endaselassie
        metekel|Metekel|admin2|ET|Benishangul-Gumuz|11.0000|36.0000|0|Metekel Zone
        wolkait|Welkait|admin3|ET|Tigray|13.7000|37.3000|0|Wolkait,Wolqayt
        fashaga|Al-Fashaga|region|SD|Gedaref|14.0000|36.2000|0|al-Fashqa,Al Fashaga
        darfur|Darfur|region|SD||13.0000|25.0000|9000000|Darfur region
        kordofan|Kordofan|region|SD||13.0000|30.0000|0|
        nuba|Nuba Mountains|physical|SD|South Kordofan|11.5000|30.6000|0|Nuba mountains
        jebel-marra|Jebel Marra|physical|SD|Darfur|13.0600|24.3400|0|Jabal Marra,Marra Mountains
        zamzam|Zamzam camp|camp|SD|North Darfur|13.4870|25.3100|500000|Zamzam,Zamzam IDP camp
        abu-shouk|Abu Shouk camp|camp|SD|North Darfur|13.6700|25.3600|100000|Abu Shouk
        kalma|Kalma camp|camp|SD|South Darfur|12.0200|25.0000|120000|Kalma
        merowe-base|Merowe air base|facility|SD|Northern|18.4430|31.8430|0|Merowe airport
        abyei|Abyei|region|SD||9.5950|28.4360|100000|Abyei Area
        gezira|Al Jazirah|admin1|SD|Al Jazirah|14.5000|33.5000|5000000|Gezira,Al-Jazira,Gezira state
        kidal-r|Kidal Region|admin1|ML|Kidal|19.5000|1.4000|0|Kidal region
        azawad|Azawad|region|ML||18.0000|-1.0000|0|
        tinzaouaten|Tinzaouaten|settlement|ML|Kidal|19.9560|2.9650|5000|Tin Zaouatine,Tinzawaten
        ogossagou|Ogossagou|settlement|ML|Mopti|13.8900|-3.2300|2000|Ogossagou-Peul
        liptako|Liptako-Gourma|region|||14.5000|0.5000|0|Liptako Gourma,three-border area,tri-border area
        solhan|Solhan|settlement|BF|Sahel|13.2000|0.4400|5000|
        inates|Inates|settlement|NE|Tillaberi|15.2600|1.3500|3000|
        tongo-tongo|Tongo Tongo|settlement|NE|Tillaberi|14.9200|2.5000|1500|
        sahel|Sahel|region|||15.0000|5.0000|0|the Sahel
        lake-chad|Lake Chad|water|TD||13.0000|14.0000|0|Lake Chad Basin
        sambisa|Sambisa Forest|physical|NG|Borno|11.2500|13.4200|0|Sambisa
        chibok-x|Chibok|settlement|NG|Borno|10.8700|12.8470|66000|
        baga-ng|Baga|settlement|NG|Borno|13.1170|13.8590|10000|
        niger-delta|Niger Delta|region|NG||5.0000|6.0000|0|
        jubaland|Jubaland|region|SO||0.5000|42.0000|1500000|Jubbaland
        puntland|Puntland|region|SO||9.0000|49.5000|4000000|
        somaliland|Somaliland|region|SO||9.7000|45.5000|5000000|
        galmudug|Galmudug|region|SO||5.5000|47.0000|1500000|
        hirshabelle|Hirshabelle|region|SO||3.5000|45.5000|1000000|
        baledogle|Baledogle air base|facility|SO|Lower Shabelle|2.6700|44.7900|0|Baledogle,Bale Dogle
        south-kivu|South Kivu|admin1|CD|South Kivu|-3.0000|28.5000|6000000|Sud-Kivu
        north-kivu|North Kivu|admin1|CD|North Kivu|-0.8000|29.0000|7000000|Nord-Kivu
        ituri-x|Ituri|admin1|CD|Ituri|1.6000|29.9000|4000000|
        kivu|Kivu|region|CD||-2.0000|28.8000|0|the Kivus,Kivus
        virunga|Virunga National Park|physical|CD|North Kivu|-0.9500|29.4000|0|Virunga
        bunagana|Bunagana|settlement|CD|North Kivu|-1.3000|29.5950|10000|
        masisi|Masisi|settlement|CD|North Kivu|-1.4000|28.8100|15000|
        kanyabayonga|Kanyabayonga|settlement|CD|North Kivu|-0.7000|29.1700|60000|
        cabo-delgado|Cabo Delgado|admin1|MZ|Cabo Delgado|-12.3500|39.3000|2300000|
        palma-mz|Palma|settlement|MZ|Cabo Delgado|-10.7760|40.4740|50000|
        horn-of-africa|Horn of Africa|region|||8.0000|46.0000|0|
        west-africa|West Africa|region|||12.0000|-3.0000|0|
        east-africa|East Africa|region|||1.0000|38.0000|0|
        north-africa|North Africa|region|||28.0000|13.0000|0|
        sub-saharan-africa|Sub-Saharan Africa|region|||0.0000|20.0000|0|
        central-africa|Central Africa|region|||3.0000|20.0000|0|
        southern-africa|Southern Africa|region|||-22.0000|24.0000|0|
        gulf-of-aden|Gulf of Aden|water|||12.0000|48.0000|0|
        gulf-of-guinea|Gulf of Guinea|water|||1.4000|3.4000|0|
        sinai|Sinai|region|EG||29.5000|34.0000|0|Sinai Peninsula,the Sinai
        suez-canal|Suez Canal|water|EG||30.7000|32.3440|0|
        """
}
