import { moroccanProvinces } from "@abwab/domain";

export interface MadeOrganisation {
  type: "school" | "civil_society" | "media" | "institution";
  kind: string | null;
  nameAr: string;
  nameFr: string;
  city: string;
  province: string;
}

type Name = readonly [ar: string, fr: string];

/** Whom and what schools and associations are called after, in both spellings. */
const AFTER: readonly Name[] = [
  ["محمد الخامس", "Mohammed V"],
  ["محمد السادس", "Mohammed VI"],
  ["الحسن الثاني", "Hassan II"],
  ["الحسن الأول", "Hassan I"],
  ["مولاي إسماعيل", "Moulay Ismaïl"],
  ["مولاي يوسف", "Moulay Youssef"],
  ["مولاي رشيد", "Moulay Rachid"],
  ["مولاي عبد الله", "Moulay Abdellah"],
  ["للا سلمى", "Lalla Salma"],
  ["للا مريم", "Lalla Meryem"],
  ["يوسف بن تاشفين", "Youssef Ibn Tachfine"],
  ["طارق بن زياد", "Tarik Ibn Ziad"],
  ["الخوارزمي", "Al Khawarizmi"],
  ["ابن سينا", "Ibn Sina"],
  ["ابن رشد", "Ibn Rochd"],
  ["ابن خلدون", "Ibn Khaldoun"],
  ["ابن بطوطة", "Ibn Batouta"],
  ["ابن طفيل", "Ibn Toufail"],
  ["ابن زيدون", "Ibn Zaydoun"],
  ["ابن الهيثم", "Ibn Al Haytham"],
  ["الفارابي", "Al Farabi"],
  ["الرازي", "Arrazi"],
  ["البيروني", "Al Biruni"],
  ["الكندي", "Al Kindi"],
  ["الغزالي", "Al Ghazali"],
  ["المتنبي", "Al Moutanabbi"],
  ["أبو القاسم الشابي", "Abou Al Kacem Chabbi"],
  ["أحمد شوقي", "Ahmed Chawki"],
  ["المختار السوسي", "Mokhtar Soussi"],
  ["علال الفاسي", "Allal El Fassi"],
  ["عبد الكريم الخطابي", "Abdelkrim El Khattabi"],
  ["محمد الزرقطوني", "Mohamed Zerktouni"],
  ["علال بن عبد الله", "Allal Ben Abdellah"],
  ["موحى وحمو الزياني", "Moha Ou Hammou Zayani"],
  ["فاطمة الفهرية", "Fatima Al Fihriya"],
  ["فاطمة الزهراء", "Fatima Zahra"],
  ["زينب النفزاوية", "Zineb Nefzaouia"],
  ["خديجة أم المؤمنين", "Khadija Oum Al Mouminine"],
  ["عمر بن الخطاب", "Omar Ibn Al Khattab"],
  ["عمر بن عبد العزيز", "Omar Ben Abdelaziz"],
  ["علي بن أبي طالب", "Ali Ben Abi Taleb"],
  ["خالد بن الوليد", "Khalid Ibn Al Walid"],
  ["صلاح الدين الأيوبي", "Salah Eddine Al Ayoubi"],
  ["الإمام مالك", "Imam Malik"],
  ["الإمام البخاري", "Imam Al Boukhari"],
  ["القاضي عياض", "Cadi Ayyad"],
  ["الشريف الإدريسي", "Charif Al Idrissi"],
  ["النور", "Ennour"],
  ["الأمل", "Al Amal"],
  ["السلام", "Assalam"],
  ["الوحدة", "Al Wahda"],
  ["المسيرة الخضراء", "Al Massira Al Khadra"],
  ["الفتح", "Al Fath"],
  ["النجاح", "Annajah"],
  ["النهضة", "Annahda"],
  ["الرسالة", "Arrissala"],
  ["المعرفة", "Al Maarifa"],
  ["الأندلس", "Al Andalous"],
  ["الزيتون", "Azzaitoun"],
  ["الياسمين", "Al Yasmine"],
  ["المستقبل", "Al Moustakbal"],
  ["التضامن", "Attadamoun"],
  ["الكرامة", "Al Karama"],
  ["الفردوس", "Al Firdaous"],
  ["أنوال", "Anoual"],
  ["وادي المخازن", "Oued Al Makhazine"],
  ["الأطلس", "Atlas"],
  ["الشهداء", "Chouhada"],
  ["20 غشت", "20 Août"],
  ["11 يناير", "11 Janvier"],
  ["16 نونبر", "16 Novembre"],
  ["الليمون", "Les Orangers"],
  ["بدر", "Badr"],
  ["الريحان", "Arrayhane"],
  ["حمان الفطواكي", "Hommane El Fetouaki"],
  ["لسان الدين بن الخطيب", "Lissane Eddine Ibn Al Khatib"],
  ["عبد الله كنون", "Abdellah Guennoun"],
  ["محمد عابد الجابري", "Mohamed Abed Al Jabri"],
  ["إدريس الأول", "Idriss Premier"],
  ["المنصور الذهبي", "Al Mansour Addahbi"],
];
const SCHOOLS: readonly (readonly [ar: string, fr: string, kind: string])[] = [
  ["مدرسة", "École", "public"],
  ["المدرسة الابتدائية", "École primaire", "public"],
  ["الثانوية الإعدادية", "Collège", "public"],
  ["الثانوية التأهيلية", "Lycée qualifiant", "public"],
  ["مجموعة مدارس", "Groupe scolaire", "public"],
  ["مؤسسة", "Institution", "private"],
  ["المدرسة العتيقة", "École traditionnelle", "traditional"],
  ["كتاب", "École coranique", "quranic"],
];
const ASSOCIATIONS: readonly Name[] = [
  ["جمعية", "Association"],
  ["جمعية {} للتنمية والتضامن", "Association {} pour le développement et la solidarité"],
  ["جمعية آباء وأولياء تلاميذ", "Association des parents d’élèves"],
  ["نادي", "Club"],
  ["تعاونية", "Coopérative"],
];
const OUTLETS: readonly (readonly [ar: string, fr: string, kind: string])[] = [
  ["جريدة", "Journal", "press"],
  ["إذاعة", "Radio", "radio"],
  ["قناة", "Télévision", "television"],
  ["موقع", "Site", "online"],
];
const ODD = 2_654_435_761;

/** The n-th of as many as one likes: always the same, and no two of the first half million alike in all. */
export function madeOrganisation(index: number): MadeOrganisation {
  const mixed = Math.imul(index + 1, ODD) >>> 0;
  const pick = <Item>(items: readonly Item[], by: number): Item => items[by % items.length] as Item;
  const province = pick(moroccanProvinces, mixed >>> 3);
  const [ar, fr] = called(pick(AFTER, mixed >>> 11), pick(AFTER, Math.floor(index / 7)), index);
  const place = { city: mixed % 2 === 0 ? province.nameFr : province.nameAr, province: province.code };
  const share = index % 20;
  if (share < 15) {
    const [sortAr, sortFr, kind] = pick(SCHOOLS, mixed >>> 5);
    return { type: "school", kind, nameAr: `${sortAr} ${ar}`, nameFr: `${sortFr} ${fr}`, ...place };
  }
  if (share < 19) {
    const [sortAr, sortFr] = pick(ASSOCIATIONS, mixed >>> 5);
    return { type: "civil_society", kind: null, nameAr: within(sortAr, ar), nameFr: within(sortFr, fr), ...place };
  }
  const [sortAr, sortFr, kind] = pick(OUTLETS, mixed >>> 5);
  return { type: "media", kind, nameAr: `${sortAr} ${ar}`, nameFr: `${sortFr} ${fr}`, ...place };
}

/** Some bear one name, some two, some a number. */
function called([ar, fr]: Name, [otherAr, otherFr]: Name, index: number): Name {
  if (index % 3 === 0) return [`${ar} ${otherAr}`, `${fr} ${otherFr}`];
  if (index % 3 === 1) return [`${ar} ${1 + (index % 9)}`, `${fr} ${1 + (index % 9)}`];
  return [ar, fr];
}

const within = (sort: string, name: string): string =>
  sort.includes("{}") ? sort.replace("{}", name) : `${sort} ${name}`;
