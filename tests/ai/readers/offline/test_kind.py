"""Novels pass, and what is no novel is named."""

import pytest

from bookanalysis.ai.readers.offline.kind import classify, load_kinds
from bookanalysis.ai.readers.offline.style import STRETCH, stretches, style_of

NOVEL = """خرجت ليلى من البيت عند الفجر، ولم يكن في الطريق أحد. وكانت قد سمعت من أمها أن سالما عاد من سفره.
فلما وصلت إلى البئر رأته جالسا تحت الشجرة، فوقفت تنظر إليه ولم تقل شيئا.
التفت إليها وقال: «أهذه أنت يا ليلى؟»
فقالت وقد احمر وجهها: «نعم، أنا هي. متى عدت؟»
قال: «عدت أمس في الليل، وسألت عنك فلم يجبني أحد.»
ضحكت وجلست إلى جانبه، ثم أخذت يده بين يديها وقالت: «كنت أنتظرك كل يوم.»
فنظر إلى عينيها ولم يجب، وكأنه كان يخاف أن يبكي. ثم نهض وأخذ الجرة ومشى معها إلى الدار، فدخلت وأغلقت \
الباب وراءها.
ولما جاء المساء عاد سالم إلى بيته، فوجد أباه جالسا وحده أمام النار، فسلم عليه وجلس.
قال أبوه: «أين كنت يا بني؟» فأجابه: «كنت عند البئر.» فهز الشيخ رأسه وابتسم ولم يقل شيئا."""

CONFESSION = """كنت في العاشرة من عمري حين رأيت البحر أول مرة. أذكر أن أبي أخذ بيدي ومشى بي إلى الشاطئ، \
فوقفت أنظر ولم أتكلم.
ثم ضحك وقال: «ما لك يا ولد؟ أخفت؟» فقلت: «لا.» ولكن قلبي كان يدق، وكانت عيناي قد امتلأتا بالدموع.
وجلسنا على الرمل حتى غابت الشمس، فلما قمنا نظرت ورائي فإذا البحر قد صار أسود كالليل، فأمسكت بثوبه وبكيت.
ومضت السنون ومات أبي، وعدت وحدي إلى ذلك المكان، فلم أجد من كل ما رأيت يومها إلا الصوت.
جلست ساعة طويلة، ثم نهضت ومشيت في الطريق إلى البيت، فإذا امرأة واقفة أمام الباب تنظر إلي.
قلت لها: «من أنت؟» فقالت ولم تبتسم: «نسيتني إذن.» ثم مضت ولم تلتفت، ووقفت أنا مكاني لا أدري ماذا أقول."""

PHILOSOPHY = """أما المعرفة فهي على نوعين: الأول ما يحصل بالحس، والثاني ما يحصل بالعقل. وقد اختلف \
الفلاسفة في أيهما الأصل؛ فذهب بعضهم إلى
أن الحس هو الأصل وأن العقل إنما يجمع ما يأتي به الحس، وذهب آخرون إلى أن في العقل معاني أولية لا تستفاد \
من التجربة، مثل معنى
العلة ومعنى الوحدة. ويلزم عن المذهب الأول أن المعرفة لا تكون يقينية، لأن الحس يخطئ كما هو معلوم.
والنفس عند هؤلاء جوهر قائم بذاته، وهي غير البدن من حيث الماهية، وإن كانت متصلة به من حيث الفعل. ومن هنا \
نشأت مسألة الصلة بين
النفس والبدن، وهي من أهم المسائل التي بحث فيها علماء النفس في العصور الحديثة (انظر الفصل الثالث من هذا \
الكتاب).
وعلى ذلك فالإرادة إما أن تكون حرة وإما أن تكون مقيدة. فإذا كانت مقيدة لم يكن الإنسان مسئولا عن أفعاله، \
وإذا كانت حرة
وجب أن يكون لها سبب غير الأسباب الطبيعية، وهذا ما لا يسلم به أصحاب المذهب المادي. وسنبين فيما يلي أي \
الرأيين أصح."""

HISTORY = """وفي سنة ١٢٤٠ﻫ الموافقة لسنة ١٨٢٤م صدر الأمر بإنشاء المدارس في المديريات، وكان عددها في أول \
الأمر ٤٧ مدرسة، ثم زيد حتى بلغ ٦٧.
وقد ذكر المؤرخون أن نفقات هذه المدارس بلغت في تلك السنة ١٥٠٠٠ جنيه، وأن أكثرها كان من إيراد الأوقاف \
(راجع الجزء الثاني، ص ٢١٤).
أما الجيش فقد قسم إلى أربعة أقسام، منها قسم للمدفعية وقسم للفرسان، وكان في كل قسم منها عدد من الضباط \
الذين تعلموا في أوروبا.
ومن أهم أعمال الحكومة في ذلك العهد حفر الترع وإقامة القناطر على النيل، وقد أدى ذلك إلى زيادة الأراضي \
الزراعية زيادة كبيرة.
وكانت التجارة الخارجية في أيدي الحكومة، وأهم الصادرات القطن والأرز والكتان، وأهم الواردات المنسوجات \
والآلات والأخشاب.
وفي سنة ١٨٤١م حددت الدولة العثمانية عدد الجيش بثمانية عشر ألفا، وجعلت الولاية وراثية في أسرة الوالي، \
وذلك بموجب معاهدة لندن."""

POEM = "\n".join(
    f"{first}\n{second}"
    for first, second in [
        ("سلام على دار الأحبة كلما", "تذكرت عهدا في رباها تجددا"),
        ("وقفت بها والليل يرخي ستوره", "وقلبي من الشوق القديم توقدا"),
        ("أسائل عنهم كل ريح ونجمة", "فلا الريح ردت لا ولا النجم أنشدا"),
        ("كأن دموعي حين سالت على الثرى", "لآلئ عقد في يد الدهر بددا"),
        ("فيا ليت شعري هل يعود زماننا", "ويا ليت ما قد كان بالأمس مخلدا"),
        ("رحلتم فما للعين بعد رحيلكم", "سوى السهد خلا لا يفارق سرمدا"),
    ]
    * 4
)

PLAY = "\n".join(
    f"{speaker} :\n{words}"
    for speaker, words in [
        ("الملك", "من بالباب؟ أدخلوه الساعة!"),
        ("الوزير (منحنيا)", "مولاي، هذا رسول الأمير."),
        ("الرسول", "سلام عليك أيها الملك."),
        ("الملك (غاضبا)", "ماذا تريد؟ تكلم!"),
        ("الرسول", "يقول لك مولاي إنه لا يعطي ابنته لأحد. (يخرج من جيبه كتابا)"),
        ("الوزير", "ويلك! أتقول هذا أمام الملك؟"),
        ("الملك", "دعه. (يقرأ) إذن هي الحرب."),
        ("الملكة (تدخل مسرعة)", "لا، لا حرب يا مولاي!"),
    ]
    * 5
)


@pytest.mark.parametrize("text", [NOVEL, CONFESSION])
def test_a_novel_passes_whoever_tells_it(text):
    found = classify([text])

    assert (found.is_literary, found.classification) == (True, "fiction")


@pytest.mark.parametrize(
    ("kind", "text"),
    [("nonfiction", PHILOSOPHY), ("nonfiction", HISTORY), ("poetry", POEM), ("play", PLAY)],
)
def test_what_is_no_novel_is_refused_by_its_name(kind, text):
    found = classify([text])

    assert (found.is_literary, found.classification) == (False, kind)
    assert found.confidence > 0.5


def test_vowel_marks_change_nothing():
    marked = "".join(letter + "\u064e" if letter.isalpha() else letter for letter in NOVEL)

    assert classify([marked]) == classify([NOVEL])


def test_a_novel_that_quotes_a_poem_is_a_novel():
    assert classify([NOVEL, NOVEL, POEM[:200], CONFESSION]).classification == "fiction"


def test_no_text_is_of_no_kind():
    found = classify(["", " \n"])

    assert (found.is_literary, found.confidence) == (False, 0)


def test_stretches_are_of_about_one_length_however_the_text_is_cut():
    text = "\n".join(f"{NOVEL}\n{CONFESSION}" for _ in range(9))

    for samples in (
        [text],
        [text[:9000], text[9000:]],
        [text[at : at + 4000] for at in range(0, len(text), 4000)],
    ):
        assert all(STRETCH // 2 < len(stretch) < 2 * STRETCH for stretch in stretches(samples))


def test_no_letter_is_lost_between_the_stretches():
    joined = "\n".join(stretches([NOVEL * 9]))

    assert joined.split() == (NOVEL * 9).split()


def test_speakers_are_labels_and_a_verb_of_speech_is_none():
    assert style_of(PLAY)["#labels"] > 0.4
    assert style_of(NOVEL)["#labels"] == 0


def test_the_probabilities_are_learned_for_every_kind():
    kinds = load_kinds()

    assert set(kinds.names) == {"fiction", "poetry", "play", "nonfiction"}
    assert all(len(figure.weights) == len(kinds.names) for figure in kinds.figures.values())
