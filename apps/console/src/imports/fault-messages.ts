import type { ImportFault, RowProblemCode } from "@abwab/contract";
import { defineMessages } from "@abwab/ui";

type FaultTexts = Readonly<Record<ImportFault, string>>;

const ar = {
  empty_file: "الملف فارغ. افتحه في Excel وتأكد أن فيه أسطراً، ثم احفظه وأعد إرساله.",
  unknown_format: "ليس هذا ملف لائحة. افتحه بالبرنامج الذي أُنشئ به واحفظه بصيغة ‎.xlsx أو CSV، ثم أعد إرساله.",
  pdf: "هذا ملف PDF ولا تُقرأ منه لوائح. اطلب ممن أرسله الملف الأصلي: Excel (‎.xlsx) أو CSV.",
  web_page: "هذا الملف صفحة ويب سُميت لائحة. افتحه في Excel، ثم «حفظ باسم» واختر «مصنف Excel (‎.xlsx)».",
  old_excel: "هذا ملف Excel قديم (‎.xls). افتحه في Excel، ثم «حفظ باسم» واختر «مصنف Excel (‎.xlsx)»، وأعد إرساله.",
  open_document: "هذا ملف LibreOffice (‎.ods). افتحه، ثم «حفظ باسم» واختر ‎.xlsx، وأعد إرساله.",
  password_protected: "الملف محمي بكلمة مرور. افتحه، أزل كلمة المرور، احفظه ثم أعد إرساله.",
  broken_workbook: "ملف Excel تالف أو ناقص. اطلب إرساله من جديد، أو افتحه في Excel واحفظه باسم آخر.",
  unknown_sheet: "لا ورقة بهذا الاسم في الملف. اختر ورقة أخرى.",
  too_much_inside: "في الملف أكثر مما يُقرأ دفعة واحدة. احذف منه الصور والأوراق الزائدة، أو قسّمه إلى ملفين.",
  too_many_rows: "في اللائحة أكثر من 100.000 سطر. قسّمها إلى ملفين.",
  too_many_columns: "في اللائحة أعمدة أكثر مما يُقرأ. احذف الأعمدة الفارغة على جانبها ثم احفظها.",
  no_rows: "لا أسطر تحت سطر العناوين. تأكد من اختيار الورقة الصحيحة وسطر العناوين الصحيح.",
  took_too_long: "استغرقت القراءة وقتاً أطول من اللازم فأوقفناها. قسّم الملف إلى ملفين ثم أعد المحاولة.",
  registry_changed: "تغيّر السجل أثناء مراجعتك، فأعدنا مقارنة الأسطر به. راجعها من جديد ثم استورد.",
  no_signing_key: "لا مفتاح لتوقيع الشارات في هذه الدورة. اطلب من مسؤول إنشاء مفتاح في صفحة الشارات، ثم أعد الاستيراد.",
  edition_archived: "هذه الدورة مؤرشفة ولا تقبل تغييراً. اختر دورة أخرى.",
  commit_failed: "تعذّر الحفظ، ولم يُحفظ شيء من اللائحة. أعد المحاولة، وإن تكرر ذلك فأبلغ المسؤول التقني.",
} as const satisfies FaultTexts;

const fr: FaultTexts = {
  empty_file: "Le fichier est vide. Ouvrez-le dans Excel, vérifiez qu’il a des lignes, enregistrez-le et renvoyez-le.",
  unknown_format:
    "Ce n’est pas un fichier de liste. Ouvrez-le avec le programme qui l’a fait, enregistrez-le en .xlsx ou en CSV, puis renvoyez-le.",
  pdf: "C’est un PDF : on n’y lit pas de liste. Demandez à l’expéditeur le fichier d’origine, Excel (.xlsx) ou CSV.",
  web_page:
    "Ce fichier est une page web nommée comme une liste. Ouvrez-le dans Excel, « Enregistrer sous », puis « Classeur Excel (.xlsx) ».",
  old_excel:
    "C’est un ancien fichier Excel (.xls). Ouvrez-le dans Excel, « Enregistrer sous », choisissez « Classeur Excel (.xlsx) », puis renvoyez-le.",
  open_document:
    "C’est un fichier LibreOffice (.ods). Ouvrez-le, « Enregistrer sous », choisissez .xlsx, puis renvoyez-le.",
  password_protected:
    "Le fichier est protégé par un mot de passe. Ouvrez-le, ôtez le mot de passe, enregistrez, renvoyez-le.",
  broken_workbook:
    "Le classeur Excel est abîmé ou incomplet. Faites-le renvoyer, ou ouvrez-le dans Excel et enregistrez-le sous un autre nom.",
  unknown_sheet: "Le fichier n’a pas de feuille de ce nom. Choisissez-en une autre.",
  too_much_inside:
    "Le fichier contient plus qu’on n’en lit d’un coup. Retirez images et feuilles inutiles, ou partagez-le en deux.",
  too_many_rows: "La liste dépasse 100 000 lignes. Partagez-la en deux fichiers.",
  too_many_columns:
    "La liste a plus de colonnes qu’on n’en lit. Supprimez les colonnes vides sur son côté, puis enregistrez-la.",
  no_rows: "Aucune ligne sous celle des titres. Vérifiez que la feuille et la ligne des titres sont les bonnes.",
  took_too_long: "La lecture durait trop longtemps et a été arrêtée. Partagez le fichier en deux, puis réessayez.",
  registry_changed:
    "Le registre a changé pendant votre relecture : les lignes lui ont été comparées de nouveau. Relisez-les, puis importez.",
  no_signing_key:
    "Cette édition n’a pas de clé pour signer les badges. Faites-en créer une par un administrateur, page Badges, puis réimportez.",
  edition_archived: "Cette édition est archivée et ne change plus. Choisissez-en une autre.",
  commit_failed:
    "L’enregistrement a échoué et rien de la liste n’a été gardé. Réessayez ; si cela se répète, prévenez le responsable technique.",
};

const en: FaultTexts = {
  empty_file: "The file is empty. Open it in Excel, see that it has rows, save it and send it again.",
  unknown_format:
    "This is no file of a list. Open it with the program that made it, save it as .xlsx or CSV, then send it again.",
  pdf: "This is a PDF, and lists are not read from one. Ask whoever sent it for the original: Excel (.xlsx) or CSV.",
  web_page:
    "This file is a web page named like a list. Open it in Excel, then “Save as”, and choose “Excel workbook (.xlsx)”.",
  old_excel:
    "This is an old Excel file (.xls). Open it in Excel, “Save as”, choose “Excel workbook (.xlsx)”, and send it again.",
  open_document: "This is a LibreOffice file (.ods). Open it, “Save as”, choose .xlsx, and send it again.",
  password_protected: "The file is locked with a password. Open it, take the password off, save it and send it again.",
  broken_workbook:
    "The Excel file is damaged or incomplete. Ask for it again, or open it in Excel and save it under another name.",
  unknown_sheet: "The file has no sheet of that name. Choose another one.",
  too_much_inside: "The file holds more than is read at once. Take out pictures and spare sheets, or split it in two.",
  too_many_rows: "The list has more than 100,000 rows. Split it in two files.",
  too_many_columns: "The list has more columns than are read. Remove the empty columns beside it, then save it.",
  no_rows: "There are no rows below the row of titles. Check that the sheet and the row of titles are the right ones.",
  took_too_long: "Reading took too long and was stopped. Split the file in two, then try again.",
  registry_changed:
    "The registry changed while you looked, so the rows were compared with it anew. Look at them again, then import.",
  no_signing_key:
    "This edition has no key to sign passes with. Have an administrator make one on the page of passes, then import again.",
  edition_archived: "This edition is archived and no longer changes. Choose another one.",
  commit_failed:
    "It could not be kept, and nothing of the list was. Try again; if it stays, tell whoever runs the service.",
};

/** What is wrong with a whole file, and what to do about it. */
export const faultMessages = defineMessages("import-faults", { ar, fr, en });

type RowProblemTexts = Readonly<Record<RowProblemCode, string>>;

const rowAr = {
  missing: "{{field}}: الخانة فارغة",
  unknown_value: "{{field}}: لا نعرف «{{value}}»",
  kind_of_other_type: "{{field}}: «{{value}}» لا يناسب صنف الهيئة، فتُرك",
  not_a_number: "{{field}}: «{{value}}» ليس عدداً",
  out_of_range: "{{field}}: العدد «{{value}}» أكبر من المعقول",
  not_a_phone: "{{field}}: «{{value}}» ليس رقم هاتف، فتُرك",
  not_an_email: "{{field}}: «{{value}}» ليس بريداً إلكترونياً، فتُرك",
  not_a_date: "{{field}}: «{{value}}» ليس تاريخاً",
  in_the_past: "{{field}}: «{{value}}» مضى وقته",
  not_before_end: "{{field}}: «{{value}}» ليس قبل النهاية",
  too_long: "{{field}}: النص أطول من 200 حرف",
  error_in_cell: "{{field}}: في الخانة خطأ من Excel ({{value}})",
  repeated_row: "مكرر: هو السطر {{value}} نفسه",
  like_row: "يشبه السطر {{value}}",
  like_organisation: "يشبه هيئة في السجل",
  other_category: "لهذا المرجع شارة مغايرة («{{value}}»)",
  cancelled: "الطلب ملغى أو غير مؤدى («{{value}}»)",
  revoked_pass: "لهذا المرجع شارة أُلغيت",
} as const satisfies RowProblemTexts;

const rowFr: RowProblemTexts = {
  missing: "{{field}} : la case est vide",
  unknown_value: "{{field}} : « {{value}} » n’est pas connu",
  kind_of_other_type: "{{field}} : « {{value}} » ne va pas avec la catégorie, laissé de côté",
  not_a_number: "{{field}} : « {{value}} » n’est pas un nombre",
  out_of_range: "{{field}} : « {{value}} » est trop grand pour être vrai",
  not_a_phone: "{{field}} : « {{value}} » n’est pas un numéro de téléphone, laissé de côté",
  not_an_email: "{{field}} : « {{value}} » n’est pas une adresse électronique, laissé de côté",
  not_a_date: "{{field}} : « {{value}} » n’est pas une date",
  in_the_past: "{{field}} : « {{value}} » est passé",
  not_before_end: "{{field}} : « {{value}} » n’est pas avant la fin",
  too_long: "{{field}} : le texte dépasse 200 caractères",
  error_in_cell: "{{field}} : la case contient une erreur d’Excel ({{value}})",
  repeated_row: "Répétée : c’est la ligne {{value}}",
  like_row: "Ressemble à la ligne {{value}}",
  like_organisation: "Ressemble à un organisme du registre",
  other_category: "Cette référence a un badge différent (« {{value}} »)",
  cancelled: "Commande annulée ou impayée (« {{value}} »)",
  revoked_pass: "Le badge de cette référence a été révoqué",
};

const rowEn: RowProblemTexts = {
  missing: "{{field}}: the cell is empty",
  unknown_value: "{{field}}: “{{value}}” is not known",
  kind_of_other_type: "{{field}}: “{{value}}” doesn’t fit the type, left out",
  not_a_number: "{{field}}: “{{value}}” is no number",
  out_of_range: "{{field}}: “{{value}}” is too large to be true",
  not_a_phone: "{{field}}: “{{value}}” is no telephone number, left out",
  not_an_email: "{{field}}: “{{value}}” is no e-mail address, left out",
  not_a_date: "{{field}}: “{{value}}” is no date",
  in_the_past: "{{field}}: “{{value}}” is past",
  not_before_end: "{{field}}: “{{value}}” is not before the end",
  too_long: "{{field}}: the text is longer than 200 letters",
  error_in_cell: "{{field}}: the cell holds an error of Excel ({{value}})",
  repeated_row: "Repeated: it is row {{value}}",
  like_row: "Looks like row {{value}}",
  like_organisation: "Looks like an organisation of the registry",
  other_category: "This reference has another pass (“{{value}}”)",
  cancelled: "The order was cancelled or not paid (“{{value}}”)",
  revoked_pass: "The pass of this reference has been revoked",
};

/** What is wrong, or to be looked at, in one row. */
export const rowProblemMessages = defineMessages("import-row-problems", { ar: rowAr, fr: rowFr, en: rowEn });
