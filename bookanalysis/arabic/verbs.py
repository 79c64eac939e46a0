"""Verbs that tell who speaks or acts in a scene, in the forms a story uses, folded."""

import re

from bookanalysis.arabic.names import folded_words

_TO_SPEAK = folded_words(
    "قال يقول سأل يسأل أجاب يجيب همس يهمس صاح يصيح صرخ يصرخ هتف يهتف رد يرد تمتم يتمتم أضاف نادى نادت"
    " ينادي تساءل غمغم أردف واصل استطرد تابع زعق قاطع خاطب يخاطب يحدث كلم يكلم أخبر يخبر استأذن يأمر دعا"
    " دعت يدعو رجا رجت حلف أقسم اعترض عاتب وبخ شكر يشكر هنأ حيا حيت يسلم أوصى أوصت يعد اعتذر يعتذر تكلم"
    " يتكلم تحدث يتحدث استفهم لبى روى روت قص يقص ودع يودع بادر ابتدر اقترح أعلن أكد أنكر اعترف"
)
_TO_ACT = folded_words(
    "ضحك يضحك ابتسم يبتسم تنهد يتنهد سكت يسكت صمت نظر ينظر خرج يخرج دخل يدخل قام يقوم جلس يجلس وقف يقف"
    " ذهب يذهب جاء جاءت يجيء عاد يعود نهض ينهض أسرع يسرع التفت يلتفت تقدم يتقدم أطرق يطرق نام ينام مضى مضت"
    " يمضي بكى بكت يبكي انحنى انحنت ركب يركب نزل ينزل صعد يصعد ركض يركض مشى مشت يمشي سار يسير هرول وثب يثب"
    " قفز هز يهز رفع يرفع مد يمد أخذ يأخذ أمسك يمسك فتح يفتح أغلق أشار يشير أومأ رأى رأت يرى سمع يسمع يشعر"
    " أحس يحس يفكر تذكر يتذكر عرف يظن أدرك خاف يخاف يغضب يفرح تعجب دهش اندهش أراد يريد صمم قرر حاول يحاول"
    " رغب رضي رفض وصل يصل أقبل يقبل انصرف ينصرف رجع يرجع هرب يهرب اختبأ أكل يأكل شرب يشرب يكتب قرأ يقرأ"
    " لبس نزع وضع يضع ألقى ألقت يلقي رمى رمت ضرب يضرب طعن حمل يحمل أعطى أعطت ناول تناول أرسل يرسل بعث لقي"
    " التقى التقت قابل يقابل استقبل لمح شاهد أبصر رمق حدق تأمل يتأمل تبسم اضطرب ارتعد ارتعش ارتجف احمر"
    " اصفر شهق أغمي انتبه استيقظ صحا اقترب يقترب ابتعد تبع يتبع لحق تراجع استلقى اتكأ اعتدل تردد توقف بقي"
    " بقيت لبث لبثت مكث ظل ظلت بات باتت انطلق ينطلق تحول اندفع هجم استل عانق يضم صافح قبض تهيأ استعد لاحظ"
    " أدار أطل شعرت قبلت علمت كتبت أمرت فكرت حزنت فرحت غضبت ظنت فهمت سلمت ضمت"
)
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم")
_CONJUNCTION = re.compile(r"^[وف](?=\w{2})")


def speaks(key: str) -> bool:
    """Whether a word is a verb of speech with him or her as its subject («فقالت», «سأله»)."""
    return key in _SPEECH or _CONJUNCTION.sub("", key) in _SPEECH


def acts(key: str) -> bool:
    """Whether a word is a verb of speech, motion, perception or feeling («نهضت», «ينظر»)."""
    return key in _ACTION or _CONJUNCTION.sub("", key) in _ACTION


def _forms(verbs: frozenset[str]) -> frozenset[str]:
    """Each verb for him and her, alone and with an object: «سأل», «تسأل», «سألت», «سألته»."""
    hers = {"ت" + verb[1:] if verb.startswith("ي") else verb + "ت" for verb in verbs}
    forms = verbs | hers
    return forms | {form + ending for form in forms for ending in _OBJECTS}


_SPEECH = _forms(_TO_SPEAK)
_ACTION = _SPEECH | _forms(_TO_ACT)
