"""What is particular to Spanish?"""

from retrieval.text.languages.language import Asking, Authorship, Language, Pattern, numerals, words, year_or

LANGUAGE = Language(
    "es",
    stemmer="spanish",
    function_words=words(
        "el la los las un una unos unas lo al del de a en con por para sin sobre entre hasta desde y e o u ni que "
        "qué quién quiénes cuál cuáles cuándo cómo dónde cuánto cuánta cuántos cuántas se su sus le les me te nos mi "
        "tu él ella ellos ellas yo este esta esto estos estas ese esa eso es son era eran fue fueron ser ha han hay "
        "había está están muy más no si sí pero como cuando donde también ya"
    ),
    conversation=words(
        "hola buenas buenos días tardes noches gracias muchas adiós por favor sí no ok vale bien genial"
    ),
    authorship=Authorship(words("autor autora autores"), words("escribió escrito"), words("quién cuándo")),
    asking=Asking(
        when=words("cuándo"),
        which=words("qué cuál"),
        times=words("año años siglo mes día fecha década época"),
        how_many=words("cuánto cuánta cuántos cuántas"),
        date=year_or("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre siglo"),
        number=numerals(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil millón millones mitad tercio "
            "cuarto docena ciento"
        ),
    ),
    leaning=words(
        "él ella ello ellos ellas este esta esto estos estas ese esa eso esos esas pero y o también además sin "
        "embargo así entonces luego por otro otra otros otras"
    ),
    denials=Pattern(r"(?i)\b(?:no|nunca|jamás|nadie|nada|ning[uú]n\w*|sin|tampoco)\b"),
    conclusion=Pattern(
        r"(?i)(?:resumen|en\sresumen|en\sbreve|síntesis|conclusi(?:ón|ones)|resultados?|decisi(?:ón|ones)|"
        r"acuerdos?|acciones|tareas?|pendientes|próximos\spasos|soluci(?:ón|ones)|lo\sesencial|puntos\sclave|"
        r"importante|advertencia|atención|cuidado|peligro)\b"
    ),
)
