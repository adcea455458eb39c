"""What is particular to Thai?"""

from retrieval.text.languages.language import Asking, Language, Pattern, strings

LANGUAGE = Language(
    "th",
    scripts=("THAI",),
    grammar=strings(
        "อะไรบ้าง อะไร ใคร ที่ไหน เมื่อไหร่ เมื่อไร เมื่อใด เมื่อ ทำไม อย่างไร ยังไง เท่าไหร่ เท่าไร เท่าใด กี่ ไหน "
        "ใด หรือไม่ หรือ และ ของ ใน เป็น คือ ที่ ซึ่ง จาก โดย กับ แต่ ถึง เพื่อ แล้ว อยู่ นี้ นั้น มี ได้ ให้ ไม่ จะ "
        "ครับ ค่ะ คะ ไหม"
    ),
    spaced_sentences=True,
    asking=Asking(
        for_date=Pattern("เมื่อ(?:ไหร่|ไร|ใด)|ปีใด|ปีไหน|ปีอะไร|วันที่เท่า"),
        for_number=Pattern("เท่าไหร่|เท่าไร|เท่าใด|กี่"),
        date=Pattern(
            r"พ\.ศ\.|ค\.ศ\.|ศตวรรษ|\b(?:1[0-9]|2[0-9])\d{2}\b|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
        ),
    ),
)
