import type { Names } from "@abwab/contract";

/** How large a pavilion is: the two larger sizes have two doors. */
export type PavilionSize = "small" | "medium" | "large" | "grand";

export interface SamplePavilion {
  readonly names: Names;
  readonly size: PavilionSize;
  /** `reported`: a theme the press described in May 2025; `plausible`: made up to fill the park. */
  readonly theme: "reported" | "plausible";
  /** Being seen there can put somebody at risk: no pass is ever kept (A4). */
  readonly anonymousOnly?: true;
}

const reported = (size: PavilionSize, en: string, fr: string, ar: string): SamplePavilion => ({
  names: { ar, fr, en },
  size,
  theme: "reported",
});
const plausible = (size: PavilionSize, en: string, fr: string, ar: string): SamplePavilion => ({
  names: { ar, fr, en },
  size,
  theme: "plausible",
});
const anonymous = (pavilion: SamplePavilion): SamplePavilion => ({ ...pavilion, anonymousOnly: true });

/** The fifty pavilions of the sample park, from P01 to P50 in this order. */
export const pavilionTable: readonly SamplePavilion[] = [
  reported("grand", "Recruitment and training", "Recrutement et formation", "التوظيف والتكوين"),
  reported(
    "medium",
    "Careers and social services",
    "Carrières et services sociaux",
    "المسار المهني والخدمات الاجتماعية",
  ),
  reported("grand", "Scientific and technical police", "Police scientifique et technique", "الشرطة العلمية والتقنية"),
  reported("grand", "Intervention units", "Unités d’intervention", "وحدات التدخل"),
  anonymous(
    reported(
      "small",
      "Cells for women and children who are victims of violence",
      "Cellules de prise en charge des femmes et des enfants victimes de violences",
      "خلايا التكفل بالنساء والأطفال ضحايا العنف",
    ),
  ),
  reported(
    "medium",
    "“Iblagh” platform: reporting violent content online",
    "Plateforme «\u00a0Iblagh\u00a0»\u00a0: signaler les contenus violents en ligne",
    "منصة «إبلاغ» للتبليغ عن المحتويات العنيفة على الإنترنت",
  ),
  reported("large", "Road safety", "Sécurité routière", "السلامة الطرقية"),
  reported(
    "large",
    "Identity documents and digital identity",
    "Documents d’identité et identité numérique",
    "وثائق الهوية والهوية الرقمية",
  ),
  reported("grand", "Smart patrol “Amane”", "Patrouille intelligente «\u00a0Amane\u00a0»", "الدورية الذكية «أمان»"),
  plausible("small", "Emergency line 19", "Ligne d’urgence 19", "خط النجدة 19"),
  plausible(
    "medium",
    "Command and coordination room",
    "Salle de commandement et de coordination",
    "قاعة القيادة والتنسيق",
  ),
  plausible("medium", "DNA laboratory", "Laboratoire des empreintes génétiques", "مختبر البصمات الوراثية"),
  plausible("small", "Fingerprints", "Empreintes digitales", "بصمات الأصابع"),
  plausible("small", "Ballistics", "Balistique", "الخبرة الباليستية"),
  plausible("large", "The crime scene", "La scène de crime", "مسرح الجريمة"),
  plausible("medium", "Digital evidence", "Traces numériques", "الآثار الرقمية"),
  plausible("medium", "Fighting cybercrime", "Lutte contre la cybercriminalité", "مكافحة الجريمة المعلوماتية"),
  plausible("small", "Detecting forged documents", "Détection des faux documents", "كشف الوثائق المزورة"),
  plausible("large", "Bomb disposal", "Neutralisation des explosifs", "إبطال مفعول المتفجرات"),
  plausible("large", "Mounted police", "Police montée", "شرطة الخيالة"),
  plausible("large", "Dog units", "Unités cynotechniques", "فرق الكلاب المدربة"),
  plausible("large", "Motorcycle units", "Unités motocyclistes", "فرق الدراجين"),
  plausible("medium", "Traffic police", "Police de la circulation", "شرطة السير والجولان"),
  plausible("medium", "Drones", "Drones", "الطائرات المسيّرة"),
  plausible("medium", "Video protection", "Vidéoprotection", "المراقبة بالكاميرات"),
  plausible("small", "Radio communications", "Transmissions radio", "الاتصالات اللاسلكية"),
  plausible("small", "Information systems", "Systèmes d’information", "نظم المعلومات"),
  plausible(
    "large",
    "Artificial intelligence in policing",
    "L’intelligence artificielle au service de la police",
    "الذكاء الاصطناعي في خدمة الشرطة",
  ),
  plausible("medium", "Border police", "Police des frontières", "شرطة الحدود"),
  anonymous(
    plausible(
      "small",
      "Psychological support for victims",
      "Accompagnement psychologique des victimes",
      "المواكبة النفسية للضحايا",
    ),
  ),
  plausible("small", "Residence permits", "Titres de séjour", "سندات الإقامة"),
  plausible("small", "Criminal record certificates", "Fiches anthropométriques", "بطاقات السوابق"),
  plausible("medium", "Criminal investigation", "Police judiciaire", "الشرطة القضائية"),
  anonymous(plausible("small", "Preventing addiction", "Prévention des addictions", "الوقاية من الإدمان")),
  plausible("medium", "Safety at school", "Sécurité en milieu scolaire", "السلامة في الوسط المدرسي"),
  anonymous(plausible("small", "Protection of minors", "Protection des mineurs", "حماية القاصرين")),
  plausible("small", "Tourist police", "Police touristique", "الشرطة السياحية"),
  plausible("medium", "Community policing", "Police de proximité", "شرطة القرب"),
  plausible("large", "Safety at sports events", "Sécurité des manifestations sportives", "أمن التظاهرات الرياضية"),
  plausible(
    "small",
    "International police cooperation",
    "Coopération policière internationale",
    "التعاون الشرطي الدولي",
  ),
  plausible(
    "small",
    "Human rights in policing",
    "Droits de l’Homme et action policière",
    "حقوق الإنسان في العمل الشرطي",
  ),
  plausible("medium", "First aid", "Premiers secours", "الإسعافات الأولية"),
  plausible(
    "grand",
    "Police vehicles, then and now",
    "Véhicules de police d’hier et d’aujourd’hui",
    "مركبات الشرطة بين الأمس واليوم",
  ),
  plausible("small", "Uniforms and badges", "Uniformes et insignes", "الأزياء والشارات النظامية"),
  plausible("large", "History of the national police", "Histoire de la Sûreté nationale", "تاريخ الأمن الوطني"),
  plausible("small", "Press and communication", "Presse et communication", "الصحافة والتواصل"),
  plausible("medium", "Police band", "Orchestre de la police", "الفرقة الموسيقية للشرطة"),
  plausible("medium", "Shooting simulator", "Simulateur de tir", "محاكي الرماية"),
  plausible("medium", "Driving simulator", "Simulateur de conduite", "محاكي السياقة"),
  plausible("large", "Road safety for children", "Éducation routière pour les enfants", "التربية الطرقية للأطفال"),
];
