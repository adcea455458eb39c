"""What is particular to Nepali?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "ne",
    scripts=("DEVANAGARI",),
    stemmer="nepali",
    function_words=words(
        "को का की ले लाई मा बाट सँग र वा तर कि यदि भने पनि नै छ छन् थियो थिए हो हुन् भएको भएका गर्न गरेको गर्ने यो "
        "यी त्यो ती यस उस उनी म हामी तिमी तपाईं आफ्नो जो जुन के कसले कसलाई कहिले कहाँ किन कसरी कति कुन एक होइन छैन "
        "सम्म लागि द्वारा"
    ),
)
