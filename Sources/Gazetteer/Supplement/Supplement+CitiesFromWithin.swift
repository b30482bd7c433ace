extension Supplement {
    /// Neighbourhoods and roads that reports on conflicts name, which the public packages leave out.
    static let citiesFromWithin = """
        sheikh-maqsoud|Sheikh Maqsoud|neighbourhood|SY|Aleppo|36.2350|37.1520|0|Sheikh Maqsud,Shaykh Maqsud
        salaheddine|Salaheddine|neighbourhood|SY|Aleppo|36.1850|37.1240|0|Salah al-Din,Salahuddin,Salaheddin
        bustan-al-qasr|Bustan al-Qasr|neighbourhood|SY|Aleppo|36.1950|37.1460|0|Bustan al-Kasr
        sukkari|Sukkari|neighbourhood|SY|Aleppo|36.1780|37.1390|0|al-Sukkari
        masaken-hanano|Masaken Hanano|neighbourhood|SY|Aleppo|36.2260|37.2050|0|Hanano
        ramouseh|Ramouseh|neighbourhood|SY|Aleppo|36.1520|37.1250|0|Ramousa,Ramusa,al-Ramouseh,Ramouseh district
        sakhour|Sakhour|neighbourhood|SY|Aleppo|36.2200|37.1870|0|al-Sakhour,Sakhur
        shaar-aleppo|Shaar|neighbourhood|SY|Aleppo|36.2120|37.1830|0|al-Shaar,Sha'ar
        jobar|Jobar|neighbourhood|SY|Damascus|33.5260|36.3370|0|Jawbar
        qaboun|Qaboun|neighbourhood|SY|Damascus|33.5460|36.3360|0|Qabun,al-Qaboun
        barzeh|Barzeh|neighbourhood|SY|Damascus|33.5560|36.3120|0|Barza,Barzah
        tadamon|Tadamon|neighbourhood|SY|Damascus|33.4720|36.3160|0|al-Tadamon,Tadamun
        mezzeh|Mezzeh|neighbourhood|SY|Damascus|33.4970|36.2460|0|Mezze,al-Mezzeh
        baba-amr|Baba Amr|neighbourhood|SY|Homs|34.7080|36.6900|0|Bab Amr,Baba Amro
        waer|Al-Waer|neighbourhood|SY|Homs|34.7450|36.6640|0|Waer,al-Wa'er,al-Waar
        kadhimiya|Kadhimiya|neighbourhood|IQ|Baghdad|33.3800|44.3400|0|Kadhimiyah,Kazimiyah,Khadimiya
        adhamiya|Adhamiyah|neighbourhood|IQ|Baghdad|33.3660|44.3660|0|Adhamiya,Azamiyah
        green-zone|Green Zone|neighbourhood|IQ|Baghdad|33.3060|44.3890|0|
        shujaiya|Shuja'iyya|neighbourhood|PS|Gaza Strip|31.5010|34.4750|0|Shejaiya,Shujaiya,Shuja'iya,Shajaiyeh
        rimal|Rimal|neighbourhood|PS|Gaza Strip|31.5220|34.4450|0|al-Rimal,Remal
        zeitoun|Zeitoun|neighbourhood|PS|Gaza Strip|31.4900|34.4470|0|al-Zeitoun,Zaytoun
        tel-al-hawa|Tel al-Hawa|neighbourhood|PS|Gaza Strip|31.5030|34.4300|0|Tal al-Hawa
        dahiyeh|Dahiyeh|neighbourhood|LB|Beirut|33.8500|35.5100|0|Dahieh,Dahiya,Dahiyeh al-Janubiya
        kafouri|Kafouri|neighbourhood|SD|Khartoum|15.6400|32.5700|0|
        m4-highway|M4 highway|road|SY||35.8100|36.6000|0|M4,M-4 highway
        m5-highway|M5 highway|road|SY||35.4500|36.6800|0|M5,M-5 highway
        castello-road|Castello Road|road|SY|Aleppo|36.2500|37.1300|0|
        netzarim|Netzarim Corridor|road|PS|Gaza Strip|31.4750|34.4100|0|Netzarim corridor
        philadelphi|Philadelphi Corridor|road|PS|Gaza Strip|31.2700|34.2600|0|Philadelphi corridor,Philadelphi Route
        """
}
