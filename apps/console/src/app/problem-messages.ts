import type { ProblemCode } from "@abwab/contract";
import { defineMessages } from "@abwab/ui";

/** What went wrong and what to do next, for every code of the service and for no answer at all. */
type ProblemTexts = Readonly<Record<ProblemCode | "unexplained" | "unreachable", string>>;

const ar = {
  invalid: "بعض الحقول غير صحيحة. صحّح ما هو مُعلَّم ثم أعد المحاولة.",
  not_json: "لم يفهم الخادم الطلب. أعد تحميل الصفحة ثم حاول من جديد.",
  unauthenticated: "انتهت جلستك. سجّل الدخول من جديد.",
  bad_credentials:
    "ما كتبته غير صحيح: البريد الإلكتروني أو كلمة المرور أو الرمز. تحقق منها، أو اطلب من مسؤول كلمة مرور جديدة.",
  second_factor_required: "هذا الحساب محمي برمز ثانٍ. أدخل الرمز الظاهر في تطبيق المصادقة.",
  device_revoked: "أُلغي اعتماد هذا الجهاز. اقرنه من جديد برمز جديد.",
  forbidden: "دورك لا يسمح بهذا. اطلبه ممن لديه الصلاحية، أو اطلب من مسؤول تغيير دورك.",
  out_of_scope: "حسابك لدورات أو مناطق أخرى. اطلب من مسؤول توسيعه إن كنت تحتاج إلى هذا.",
  second_factor_missing: "يتطلب دورك التحقق بخطوتين. فعّله أولاً: أعد تحميل الصفحة وستقودك إليه.",
  foreign_origin: "جاء الطلب من موقع آخر. افتح لوحة القيادة من عنوانها وأعد المحاولة.",
  not_found: "لم يعد هذا موجوداً. ارجع إلى القائمة وحدّثها.",
  pairing_code_unknown: "رمز الإقران غير معروف أو انتهت صلاحيته. اطلب رمزاً جديداً.",
  invitation_unknown: "هذا الرابط غير معروف أو ناقص. تأكد من أنه نُسخ كاملاً، أو اطلب رابطاً جديداً من مسؤول.",
  unknown_entry: "لا وجود لهذا التسجيل. حدّث الصفحة وتحقق منه.",
  method_not_allowed: "لم يقبل الخادم هذا الطلب. أعد تحميل الصفحة ثم حاول من جديد.",
  already_exists: "هذا الاسم أو الرمز أو البريد مستعمل من قبل. اختر غيره.",
  edition_has_entries: "سُجّلت دخولات في هذه الدورة، فلم يعد هذا التغيير ممكناً. أنشئ دورة أخرى إن لزم.",
  edition_archived: "هذه الدورة مؤرشفة ولا تقبل تغييراً. أعد فتحها أولاً إن كان دورك يسمح.",
  in_use: "هذا العنصر مستعمل. احذف ما يعتمد عليه أولاً.",
  last_administrator: "هذا آخر مسؤول. عيّن مسؤولاً آخر أولاً، ثم أعد المحاولة.",
  second_factor_kept: "يتطلب دورك التحقق بخطوتين، فلا يمكن إيقافه. يقرر المسؤول أي الأدوار تحتاج إليه.",
  transition_not_allowed: "الحالة الحالية لا تسمح بهذا. حدّث الصفحة واختر حالة أخرى.",
  void_not_allowed: "لا يمكن إلغاء هذا التسجيل. صحّحه بتسوية معلّلة.",
  inside_not_counted:
    "لا تُعدّ المخارج في هذه المنطقة، فلا يمكن إثبات عدد الحاضرين فيها. أضف اتجاه الخروج إلى إحدى نقاطها.",
  pass_revoked: "أُلغيت هذه الشارة من قبل.",
  no_signing_key: "لا مفتاح لتوقيع الشارات في هذه الدورة. أنشئ مفتاحاً أولاً.",
  slot_full: "لا مكان في هذا الموعد لهذا العدد. اختر موعداً آخر أو زد سعته.",
  nobody_arrived: "لم يصل أحد بعد: لا شهادة حضور قبل أن تُسجَّل عند الباب أول مجموعة.",
  batch_running: "ما زالت الشارات قيد الإنشاء. انتظر أو أوقفها أولاً.",
  changed_meanwhile: "غيّره شخص آخر في هذه الأثناء. حمّل نسخته ثم أعد تعديلك.",
  too_many_exports: "لديك عدد كبير من ملفات التصدير. احذف واحداً منها أولاً.",
  too_many_schedules: "للدورة خمسون إرسالاً آلياً، وهو الحد. احذف واحداً منها أولاً.",
  pairing_code_used: "استُعمل رمز الإقران من قبل. أنشئ رمزاً جديداً للجهاز.",
  invitation_used: "استُعمل هذا الرابط من قبل. ادخل بكلمة المرور التي اختيرت، أو اطلب رابطاً آخر من مسؤول.",
  invitation_expired: "انتهت صلاحية هذا الرابط أو سُحب. اطلب رابطاً جديداً من المسؤول الذي أرسله.",
  too_large: "الطلب أكبر من المسموح. قصّر النص ثم أعد المحاولة.",
  unsupported_media_type: "لم يفهم الخادم الطلب. أعد تحميل الصفحة ثم حاول من جديد.",
  too_many_attempts: "محاولات كثيرة. انتظر قليلاً ثم أعد المحاولة.",
  internal: "حدث خطأ في الخادم. أعد المحاولة، وإن تكرر فأبلغ المسؤول التقني.",
  overloaded: "الخادم مشغول. سنعيد المحاولة بعد لحظات.",
  unavailable: "قاعدة البيانات غير متاحة الآن. أعد المحاولة بعد قليل.",
  unexplained: "وصل جواب غير مفهوم من الشبكة. تحقق من الاتصال ثم أعد المحاولة.",
  unreachable: "لا جواب من الخادم. تحقق من الشبكة ثم أعد المحاولة.",
} as const satisfies ProblemTexts;

const fr: ProblemTexts = {
  invalid: "Certains champs ne conviennent pas. Corrigez ceux qui sont signalés, puis réessayez.",
  not_json: "Le serveur n’a pas compris la demande. Rechargez la page, puis réessayez.",
  unauthenticated: "Votre session a pris fin. Connectez-vous de nouveau.",
  bad_credentials:
    "L’adresse, le mot de passe ou le code est incorrect. Vérifiez-les, ou demandez un nouveau mot de passe à un administrateur.",
  second_factor_required: "Ce compte est protégé par un second code. Saisissez celui de votre application.",
  device_revoked: "Cet appareil a été révoqué. Appairez-le de nouveau avec un nouveau code.",
  forbidden: "Votre rôle ne le permet pas. Demandez-le à une personne habilitée, ou faites changer votre rôle.",
  out_of_scope:
    "Votre compte est limité à d’autres éditions ou zones. Demandez à un administrateur de l’étendre si besoin.",
  second_factor_missing:
    "Votre rôle exige la double authentification. Activez-la d’abord : rechargez la page, elle vous y mène.",
  foreign_origin: "La demande vient d’un autre site. Ouvrez la console à son adresse, puis réessayez.",
  not_found: "Cet élément n’existe plus. Revenez à la liste et actualisez-la.",
  pairing_code_unknown: "Ce code d’appairage est inconnu ou périmé. Demandez-en un nouveau.",
  invitation_unknown:
    "Ce lien est inconnu ou incomplet. Vérifiez qu’il est entier, ou demandez-en un autre à un administrateur.",
  unknown_entry: "Cet enregistrement n’existe pas. Actualisez la page et vérifiez.",
  method_not_allowed: "Le serveur n’accepte pas cette demande. Rechargez la page, puis réessayez.",
  already_exists: "Ce nom, ce code ou cette adresse existe déjà. Choisissez-en un autre.",
  edition_has_entries:
    "Des entrées y sont déjà enregistrées : ce changement n’est plus possible. Créez au besoin une autre édition.",
  edition_archived: "Cette édition est archivée et ne change plus. Rouvrez-la d’abord si votre rôle le permet.",
  in_use: "Cet élément est utilisé. Supprimez d’abord ce qui en dépend.",
  last_administrator: "C’est le dernier administrateur. Nommez-en d’abord un autre, puis réessayez.",
  second_factor_kept:
    "Votre rôle exige la double authentification : elle ne peut être désactivée. Un administrateur décide des rôles concernés.",
  transition_not_allowed: "L’état actuel ne le permet pas. Actualisez la page et choisissez un autre état.",
  void_not_allowed: "Cet enregistrement ne peut pas être annulé. Corrigez-le par un ajustement motivé.",
  inside_not_counted:
    "Les sorties de cette zone ne sont pas comptées : on n’y constate pas de présence. Ajoutez la sortie à l’un de ses points.",
  pass_revoked: "Ce badge est déjà révoqué.",
  no_signing_key: "Cette édition n’a pas de clé pour signer les badges. Créez d’abord une clé.",
  slot_full: "Ce créneau n’a plus assez de places. Choisissez-en un autre, ou augmentez sa capacité.",
  nobody_arrived: "Personne n’est encore arrivé : pas d’attestation avant qu’un groupe ait été compté à la porte.",
  batch_running: "Les badges sont encore en préparation. Attendez ou arrêtez d’abord.",
  changed_meanwhile:
    "Une autre personne l’a modifié entre-temps. Rechargez sa version, puis refaites votre modification.",
  too_many_exports: "Vous gardez déjà trop d’exports. Supprimez-en un d’abord.",
  too_many_schedules: "L’édition a déjà cinquante envois programmés. Supprimez-en un d’abord.",
  pairing_code_used: "Ce code d’appairage a déjà servi. Créez-en un nouveau pour l’appareil.",
  invitation_used:
    "Ce lien a déjà servi. Connectez-vous avec le mot de passe choisi, ou demandez un autre lien à un administrateur.",
  invitation_expired: "Ce lien a expiré ou a été retiré. Demandez-en un nouveau à l’administrateur qui l’a envoyé.",
  too_large: "La demande est trop volumineuse. Raccourcissez le texte, puis réessayez.",
  unsupported_media_type: "Le serveur n’a pas compris la demande. Rechargez la page, puis réessayez.",
  too_many_attempts: "Trop de tentatives. Patientez un peu, puis réessayez.",
  internal: "Le serveur a rencontré une erreur. Réessayez ; si elle persiste, prévenez le responsable technique.",
  overloaded: "Le serveur est très sollicité. Nouvelle tentative dans un instant.",
  unavailable: "La base de données est indisponible. Réessayez dans un instant.",
  unexplained: "Une réponse inattendue est venue du réseau. Vérifiez la connexion, puis réessayez.",
  unreachable: "Le serveur ne répond pas. Vérifiez le réseau, puis réessayez.",
};

const en: ProblemTexts = {
  invalid: "Some fields are not right. Correct the ones marked, then try again.",
  not_json: "The server did not understand the request. Reload the page, then try again.",
  unauthenticated: "Your session has ended. Sign in again.",
  bad_credentials:
    "The e-mail, the password or the code is wrong. Check them, or ask an administrator for a new password.",
  second_factor_required: "This account has a second factor. Enter the code your app shows.",
  device_revoked: "This device has been revoked. Pair it again with a new code.",
  forbidden: "Your role does not allow this. Ask someone whose role does, or have yours changed.",
  out_of_scope: "Your account is for other editions or zones. Ask an administrator to widen it if you need this.",
  second_factor_missing: "Your role needs two-step sign-in. Turn it on first: reload the page, and it leads you there.",
  foreign_origin: "The request came from another site. Open the console at its own address and try again.",
  not_found: "This no longer exists. Go back to the list and refresh it.",
  pairing_code_unknown: "The pairing code is unknown or has expired. Ask for a new one.",
  invitation_unknown:
    "This link is unknown or not whole. Check that all of it was copied, or ask an administrator for another.",
  unknown_entry: "There is no such entry. Refresh the page and check.",
  method_not_allowed: "The server does not take this request. Reload the page, then try again.",
  already_exists: "This name, code or e-mail is taken. Choose another.",
  edition_has_entries:
    "Entries have been recorded, so this can no longer change. Create another edition if you need one.",
  edition_archived: "This edition is archived and no longer changes. Reopen it first if your role allows.",
  in_use: "It is in use. Remove what depends on it first.",
  last_administrator: "This is the last administrator. Appoint another one first, then try again.",
  second_factor_kept:
    "Your role needs two-step sign-in, so it can’t be turned off. An administrator decides which roles do.",
  transition_not_allowed: "Its present state does not allow this. Refresh the page and choose another state.",
  void_not_allowed: "This entry can't be taken back. Correct it with an adjustment and a reason.",
  inside_not_counted:
    "This zone counts no exits, so nobody can state who is inside. Add the way out to one of its checkpoints.",
  pass_revoked: "This pass is revoked already.",
  no_signing_key: "This edition has no key to sign passes with. Make a key first.",
  slot_full: "The slot has no room for so many. Choose another, or raise its capacity.",
  nobody_arrived: "Nobody has arrived yet: there is no certificate before a group has been counted at the gate.",
  batch_running: "The passes are still being made. Wait, or stop that first.",
  changed_meanwhile: "Somebody else has changed it meanwhile. Load their version, then make your change again.",
  too_many_exports: "You keep too many exports already. Remove one first.",
  too_many_schedules: "The edition has fifty schedules already. Remove one first.",
  pairing_code_used: "The pairing code has been used. Make a new one for the device.",
  invitation_used:
    "This link has been used. Sign in with the password that was chosen, or ask an administrator for another link.",
  invitation_expired: "This link has expired or was taken back. Ask the administrator who sent it for a new one.",
  too_large: "The request is too large. Shorten the text, then try again.",
  unsupported_media_type: "The server did not understand the request. Reload the page, then try again.",
  too_many_attempts: "Too many attempts. Wait a little, then try again.",
  internal: "The server made a mistake. Try again; if it stays, tell whoever runs the service.",
  overloaded: "The server is busy. It will be tried again in a moment.",
  unavailable: "The database can't be reached. Try again in a moment.",
  unexplained: "Something on the network answered in the server's place. Check the connection, then try again.",
  unreachable: "The server does not answer. Check the network, then try again.",
};

export const problemMessages = defineMessages("problems", { ar, fr, en });
