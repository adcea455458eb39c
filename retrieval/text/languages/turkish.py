"""What is particular to Turkish?"""

from retrieval.text.languages.language import Asking, Language, numerals, words, year_or

LANGUAGE = Language(
    "tr",
    stemmer="turkish",
    function_words=words(
        "ve veya ya da de ile için gibi kadar göre bir bu şu o bunlar şunlar onlar ben sen biz siz ne neler kim "
        "kimin kime hangi hangisi nerede nereye nereden nasıl niçin neden niye kaç zaman mi mı mu mü değil var yok "
        "olan olarak olduğu oldu idi ise ki çok daha en her hiç ama fakat ancak sonra önce"
    ),
    asking=Asking(
        which=words("hangi kaçıncı"),
        times=words("yıl yılda yılında yüzyıl yüzyılda ay gün tarih tarihte zaman"),
        how_many=words("kaç"),
        date=year_or("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık yüzyıl"),
        number=numerals(
            "iki üç dört beş altı yedi sekiz dokuz on yirmi otuz elli yüz bin milyon milyar yarı yarısı üçte çeyrek"
        ),
    ),
    dotless_i=True,
    inflected_behind_apostrophe=True,
)
