"""What is particular to Portuguese?"""

from retrieval.text.languages.language import Asking, Authorship, Language, Pattern, numerals, words, year_or

LANGUAGE = Language(
    "pt",
    stemmer="portuguese",
    function_words=words(
        "o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para com "
        "sem sob sobre entre até e ou mas nem se que quê quem qual quais quando como onde quanto quantos quantas "
        "porque é são era eram foi foram ser está há tem têm não mais muito seu sua seus suas ele ela eles elas este "
        "esta isto esse essa isso também já lhe me"
    ),
    conversation=words("olá oi bom dia boa tarde noite obrigado obrigada tchau adeus sim não ok por favor bem"),
    authorship=Authorship(words("autor autora autores"), words("escreveu escrito"), words("quem quando")),
    asking=Asking(
        when=words("quando"),
        which=words("que qual"),
        times=words("ano anos século mês dia data década época"),
        how_many=words("quanto quanta quantos quantas"),
        date=year_or("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro século"),
        number=numerals(
            "dois duas três quatro cinco seis sete oito nove dez onze doze vinte cem cento mil milhão milhões metade "
            "terço quarto dúzia"
        ),
    ),
    leaning=words(
        "ele ela eles elas este esta isto esse essa isso aquele aquela mas e ou também além porém contudo assim "
        "então depois"
    ),
    denials=Pattern(r"(?i)\b(?:não|nunca|jamais|ninguém|nada|nenhum\w*|sem|nem)\b"),
    conclusion=Pattern(
        r"(?i)(?:resumo|em\sresumo|em\ssuma|síntese|conclus(?:ão|ões)|resultados?|decis(?:ão|ões)|"
        r"deliberaç(?:ão|ões)|ações|tarefas?|próximos\spassos|soluç(?:ão|ões)|o\sessencial|pontos[-\s]chave|"
        r"importante|aviso|atenção|cuidado|perigo)\b"
    ),
)
