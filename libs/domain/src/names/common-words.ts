import { foldName } from "./fold-name.ts";

/**
 * Words of names that are translated, not spelled: what means the same in Arabic and French is one word. The first of
 * each line is its key. `weak` words say what sort of body it is and tell few of them apart.
 */
const WEAK: readonly string[] = [
  "school ecole ecoles madrasa مدرسة مدارس المدرسة",
  "primary primaire primaires ibtidaia ibtidaiya ابتدائية ابتدائي الابتدائية الابتدائي",
  "college collegial collegiale idadia i3dadia اعدادية إعدادي الإعدادية الإعدادي كوليج",
  "lycee lycees thanawia thanaouia ثانوية الثانوية ليسي",
  "qualifying qualifiant qualifiante تأهيلية تأهيلي التأهيلية التأهيلي",
  "secondary secondaire ثانوي الثانوي",
  "preschool preschool maternelle prescolaire creche garderie kindergarten روض رياض الروض أولي الأولي حضانة",
  "quranic coranique coraniques quranique كتاب الكتاب قرآني قرآنية القرآني القرآنية مسيد كتاتيب",
  "traditional traditionnel traditionnelle originel originelle atiq atika عتيقة عتيق العتيقة العتيق أصيل الأصيل",
  "group groupe groupement مجموعة المجموعة",
  "scolaire scolaires مدرسية مدرسي المدرسية المدرسي",
  "institution etablissement institutions مؤسسة المؤسسة مؤسسات",
  "institute institut instituts معهد المعهد",
  "university universite universities جامعة الجامعة",
  "faculty faculte facultes كلية الكلية",
  "centre center centres مركز المركز",
  "public publique publics publiques عمومية عمومي العمومية العمومي",
  "private prive privee prives privees خصوصية خصوصي الخصوصية الخصوصي خاصة الخاصة حرة",
  "association associations asso ass جمعية الجمعية جمعيات",
  "federation فدرالية فيدرالية الفدرالية جامعات",
  "network reseau شبكة الشبكة",
  "organisation organization organisations منظمة المنظمة",
  "cooperative تعاونية التعاونية",
  "club clubs نادي النادي أندية",
  "committee comite لجنة اللجنة",
  "forum منتدى المنتدى",
  "radio إذاعة الإذاعة راديو",
  "television televisions tele tv تلفزة التلفزة تلفزيون التلفزيون قناة القناة chaine",
  "newspaper journal quotidien hebdomadaire جريدة الجريدة صحيفة الصحيفة يومية أسبوعية",
  "magazine revue مجلة المجلة",
  "press presse صحافة الصحافة",
  "site portail موقع بوابة",
  "complex complexe مركب المركب",
  "house maison dar دار",
  "national nationale nationaux وطنية وطني الوطنية الوطني",
  "moroccan marocain marocaine maroc morocco مغربية مغربي المغربية المغربي المغرب maghribia almaghribia",
  "regional regionale جهوية جهوي الجهوية الجهوي",
  "province provincial provinciale prefecture إقليم إقليمية الإقليم الإقليمية عمالة",
  "commune communal communale municipalite جماعة الجماعة بلدية",
  "ministry ministere وزارة الوزارة",
  "delegation direction مديرية المديرية نيابة مندوبية المندوبية",
  "academy academie أكاديمية الأكاديمية",
  "sample exemple modele نموذج نموذجي نموذجية النموذجية",
  "moulay my mly مولاي مولا",
  "sidi سيدي",
  "lalla لالة للا",
  "ibn ben bnou bnu bin bent ibnou بن ابن بنت",
  "abou abu aboul abi bou أبو أبي بو",
  "oum om umm أم",
  "imam الإمام إمام",
  "saint ste st sainte",
];

/** As telling as any name. */
const STRONG: readonly string[] = [
  "mohamed mohammed muhammad mohamad mohammad med md mhd محمد",
  "prince amir emir أمير الأمير",
  "princess princesse amira أميرة الأميرة",
  "king roi malik ملك الملك",
  "heir heritier ولي",
  "martyrs martyr shuhada chouhada شهداء الشهداء شهيد الشهيد",
  "women femmes femme نساء النساء مرأة المرأة نسائية النسائية feminin feminine",
  "children enfants enfant enfance أطفال الأطفال طفل الطفل طفولة الطفولة",
  "youth jeunes jeunesse jeune شباب الشباب",
  "solidarity solidarite تضامن التضامن تضامنية",
  "development developpement تنمية التنمية",
  "culture culturel culturelle ثقافة الثقافة ثقافية الثقافية",
  "sport sports sportif sportive رياضية الرياضية رياضي الرياضي رياضة الرياضة",
  "environment environnement بيئة البيئة",
  "science sciences scientifique علوم العلوم علمية العلمية",
  "technical technique techniques technologie تقنية التقنية تقني التقني",
  "social sociale sociaux اجتماعية اجتماعي الاجتماعية الاجتماعي",
  "education pedagogique تربية التربية تربوية التربوية",
  "teaching enseignement تعليم التعليم",
  "training formation تكوين التكوين",
  "work travail oeuvre oeuvres عمل العمل أعمال",
  "future avenir mostakbal moustakbal moustaqbal مستقبل المستقبل",
  "friendship amitie صداقة الصداقة",
  "friends amis أصدقاء الأصدقاء",
  "parents mothers meres peres آباء أمهات أولياء",
  "pupils eleves etudiants طلبة الطلبة تلاميذ التلاميذ",
  "disabled handicap handicapes معاقين المعاقين إعاقة الإعاقة",
  "orphans orphelins أيتام الأيتام يتيم",
  "water eau eaux ماء الماء مياه",
  "green vert verte خضراء الخضراء",
  "new nouveau nouvelle nouvelles jadid jadida جديد جديدة الجديدة الجديد",
  "city ville medina madina مدينة المدينة",
  "east oriental orient شرق الشرق شرقية الشرقية",
  "north nord شمال الشمال",
  "south sud جنوب الجنوب",
  "medical sante health medecine صحة الصحة صحي الصحي طب الطب",
  "police أمن الأمن",
  "arab arabe arabes عربي عربية العربي العربية",
  "african africain africaine afrique إفريقيا أفريقيا إفريقية الإفريقية",
  "islamic islamique islam إسلامية إسلامي الإسلامية الإسلام",
  "casablanca البيضاء",
  "atlas أطلس الأطلس",
  "avicenne sina سينا",
  "averroes averroe rochd rushd رشد",
];

/** Numbers, as kings and classes of one name bear them. */
const NUMBERS: readonly string[] = [
  "1 i 1er 1ere premier premiere un الأول الأولى واحد",
  "2 ii 2eme 2e deuxieme deux الثاني الثانية",
  "3 iii 3eme 3e troisieme trois الثالث الثالثة",
  "4 iv 4eme 4e quatrieme quatre الرابع الرابعة",
  "5 v 5eme 5e cinquieme cinq الخامس الخامسة",
  "6 vi 6eme 6e sixieme six السادس السادسة",
  "7 vii 7eme 7e septieme sept السابع السابعة",
  "8 viii 8eme 8e huitieme huit الثامن الثامنة",
  "9 ix 9eme 9e neuvieme neuf التاسع التاسعة",
  "10 x 10eme 10e dixieme dix العاشر العاشرة",
];

/** Nothing of a name hangs on them. */
const EMPTY =
  "al el ed er es en ez ech ach ad ar as an az at les le la l un une des de du d et ou a au aux pour n no num numero رقم of the and for و في من إلى ل ب مع اجل";

/** What schools of one name are told apart by: no lycée is a collège. */
const LEVELS = new Set(["preschool", "primary", "college", "lycee", "institute", "university", "faculty"]);

export type WordSort = "weak" | "strong" | "number";

export interface CommonWord {
  readonly key: string;
  readonly sort: WordSort;
}

function read(lines: readonly string[], sort: WordSort): [string, CommonWord][] {
  return lines.flatMap((line) => {
    const [key = "", ...words] = line.split(" ");
    return [key, ...words].map((word): [string, CommonWord] => [foldName(word), { key, sort }]);
  });
}

const commonWords: ReadonlyMap<string, CommonWord> = new Map([
  ...read(STRONG, "strong"),
  ...read(WEAK, "weak"),
  ...read(NUMBERS, "number"),
]);
const emptyWords: ReadonlySet<string> = new Set(EMPTY.split(" ").map(foldName));

/** `word` is folded. */
export const commonWord = (word: string): CommonWord | undefined => commonWords.get(word);
export const isEmptyWord = (word: string): boolean => emptyWords.has(word);
export const isLevel = (key: string): boolean => LEVELS.has(key);
