extension Supplement {
    static let aliases = """
        Abu Kamal|SY|settlement|Boukamal,Albu Kamal,Al Bukamal,Abu Kamal,al-Bukamal,Bukamal
        Deir ez-Zor|SY|settlement|Deir Ezzor,Deir al-Zour,Deir el-Zour,Deir ez-Zour,Deir Ezzour,Deir al-Zor,Dayr az Zawr
        Al Qa'im|IQ|settlement|al-Qaim,Qaim,Al-Qa'im,Qa'im,Al Qaim
        Raqqa|SY|settlement|ar-Raqqah,al-Raqqa,Rakka,Raqqah
        ‘Ayn ‘Īsá|SY|settlement|Ain Issa,Ayn Issa,Ain Isa,Ein Issa
        Palmyra|SY|settlement|Tadmur,Tadmor,Tadmour
        Aleppo|SY|settlement|Halab
        Homs|SY|settlement|Hims
        Bakhmut|UA|settlement|Artemivsk,Artyomovsk,Artemovsk
        Kyiv|UA|settlement|Kiev,Kyyiv
        Kharkiv|UA|settlement|Kharkov
        Odesa|UA|settlement|Odessa
        Lviv|UA|settlement|Lvov
        Dnipro|UA|settlement|Dnipropetrovsk,Dnepropetrovsk
        Zaporizhzhia|UA|settlement|Zaporozhye,Zaporizhia,Zaporizhzhya
        Mykolaiv|UA|settlement|Nikolaev,Nikolayev
        Myanmar|MM|country|Burma
        Yangon|MM|settlement|Rangoon
        Mawlamyine|MM|settlement|Moulmein
        Sittwe|MM|settlement|Akyab
        Ho Chi Minh City|VN|settlement|Saigon
        Hanoi|VN|settlement|Ha Noi
        Da Nang|VN|settlement|Danang,Tourane
        Grozny|RU|settlement|Groznyy,Djohar
        Sarajevo|BA|settlement|
        Stepanakert|AZ|settlement|Khankendi,Xankendi
        Shusha|AZ|settlement|Shushi,Susa
        Hodeidah|YE|settlement|Al Hudaydah,Hudaydah,Hodeida,al-Hudaydah
        Al Ḩudaydah|YE|settlement|Hodeidah,Hodeida,Hudaydah,al-Hudaydah,Al Hudaydah
        Sanaa|YE|settlement|Sana'a,Sana
        Taiz|YE|settlement|Ta'izz,Taizz
        Mocha|YE|settlement|Mokha,al-Mukha
        Kandahar|AF|settlement|Qandahar
        Lashkar Gah|AF|settlement|Lashkargah
        Kunduz|AF|settlement|Konduz,Qunduz
        El Fasher|SD|settlement|Al Fashir,al-Fasher,El-Fashir
        El Geneina|SD|settlement|Geneina,al-Junaynah,Al Geneina
        El Obeid|SD|settlement|Al Ubayyid,al-Obeid
        Wad Medani|SD|settlement|Wad Madani,Wad Medany,Madani
        Omdurman|SD|settlement|Umm Durman
        Mekele|ET|settlement|Mekelle,Mek'ele,Makale
        Adigrat|ET|settlement|Addigrat
        Aksum|ET|settlement|Axum
        Gao|ML|settlement|
        Tombouctou|ML|settlement|Timbuktu
        Kinshasa|CD|settlement|Leopoldville
        Mumbai|IN|settlement|Bombay
        Kolkata|IN|settlement|Calcutta
        Chennai|IN|settlement|Madras
        Beijing|CN|settlement|Peking
        Istanbul|TR|settlement|Constantinople
        Gaza|PS|settlement|Gaza City
        Washington|US|settlement|Washington D.C.,Washington DC,Washington D C
        New York City|US|settlement|New York,NYC
        United States|US|country|America,the US,the United States,U.S.A.,United States of America
        United Kingdom|GB|country|Britain,Great Britain,UK,U.K.
        Russia|RU|country|Russian Federation,Soviet Union,USSR
        Türkiye|TR|country|Turkey,Turkiye
        Turkey|TR|country|Türkiye,Turkiye
        Ivory Coast|CI|country|Cote d'Ivoire,Côte d'Ivoire
        Democratic Republic of the Congo|CD|country|DR Congo,DRC,Congo-Kinshasa,Zaire
        Palestine|PS|country|Palestinian territories,Occupied Palestinian Territory
        United Arab Emirates|AE|country|UAE,U.A.E.,Emirates
        Czechia|CZ|country|Czech Republic,Czechoslovakia
        North Macedonia|MK|country|Macedonia
        Eswatini|SZ|country|Swaziland
        New South Wales|AU|admin1|NSW,N.S.W.
        Queensland|AU|admin1|Qld
        Victoria|AU|admin1|Vic.
        Australian Capital Territory|AU|admin1|ACT
        Tal Afar|IQ|settlement|Tall Afar,Telafar
        Al Fu‘ah|SY|settlement|Foua,Fua,al-Fu'ah
        Alabama|US|admin1|Ala.
        Arizona|US|admin1|Ariz.
        Arkansas|US|admin1|Ark.
        California|US|admin1|Calif.
        Colorado|US|admin1|Colo.
        Connecticut|US|admin1|Conn.
        Florida|US|admin1|Fla.
        Georgia|US|admin1|Ga.
        Illinois|US|admin1|Ill.
        Indiana|US|admin1|Ind.
        Kansas|US|admin1|Kan.
        Kentucky|US|admin1|Ky.
        Louisiana|US|admin1|La.
        Maryland|US|admin1|Md.
        Massachusetts|US|admin1|Mass.
        Michigan|US|admin1|Mich.
        Minnesota|US|admin1|Minn.
        Missouri|US|admin1|Mo.
        Nebraska|US|admin1|Neb.
        Nevada|US|admin1|Nev.
        New Hampshire|US|admin1|N.H.
        New Jersey|US|admin1|N.J.
        New Mexico|US|admin1|N.M.
        New York|US|admin1|N.Y.,New York state
        North Carolina|US|admin1|N.C.
        North Dakota|US|admin1|N.D.
        Oklahoma|US|admin1|Okla.
        Oregon|US|admin1|Ore.
        Pennsylvania|US|admin1|Pa.
        Rhode Island|US|admin1|R.I.
        South Carolina|US|admin1|S.C.
        South Dakota|US|admin1|S.D.
        Tennessee|US|admin1|Tenn.
        Texas|US|admin1|Tex.
        Virginia|US|admin1|Va.
        Vermont|US|admin1|Vt.
        Washington|US|admin1|Wash.,Washington state
        West Virginia|US|admin1|W.Va.
        Wisconsin|US|admin1|Wis.
        Wyoming|US|admin1|Wyo.
        Manitoba|CA|admin1|Man.
        Ontario|CA|admin1|Ont.
        Quebec|CA|admin1|Que.
        Saskatchewan|CA|admin1|Sask.
        British Columbia|CA|admin1|B.C.
        Alberta|CA|admin1|Alta.
        """
}
