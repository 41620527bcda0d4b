import { defineMessages } from "@abwab/ui";

export const outboxMessages = defineMessages("outbox", {
  ar: {
    fileTitle: "ما ينتظر الإرسال",
    fileWhen:
      "للضرورة فقط: إن كان هذا الجهاز سيتعطل أو لن يجد شبكة، فاحفظ ما ينتظر في ملف وسلّمه للمنظمين. ما يُرسَل بعد ذلك من هنا لا يُحتسب مرتين.",
    fileNothing: "كل شيء مُرسَل: لا حاجة إلى ملف.",
    saveFile: "احفظ المنتظر في ملف",
    fileSaved: "كُتب الملف: {{name}}",
    fileFailed: "لم يُكتب الملف. أعد المحاولة، أو اترك الجهاز يعمل قرب شبكة.",
    nearlyFull: "ذاكرة الجهاز تكاد تمتلئ ({{percent}}%). احذف صوراً أو تطبيقات، أو صِل الجهاز بالشبكة ليرسل ما ينتظر.",
  },
  fr: {
    fileTitle: "Ce qui attend d’être envoyé",
    fileWhen:
      "En dernier recours : si cet appareil va s’éteindre ou ne trouvera plus de réseau, enregistrez ce qui attend dans un fichier et remettez-le aux organisateurs. Ce qui part ensuite d’ici ne compte pas deux fois.",
    fileNothing: "Tout est envoyé : aucun fichier n’est nécessaire.",
    saveFile: "Enregistrer ce qui attend dans un fichier",
    fileSaved: "Fichier écrit : {{name}}",
    fileFailed: "Le fichier n’a pas pu être écrit. Réessayez, ou laissez l’appareil allumé près d’un réseau.",
    nearlyFull:
      "La mémoire de l’appareil est presque pleine ({{percent}} %). Supprimez des photos ou des applications, ou connectez-le pour qu’il envoie ce qui attend.",
  },
  en: {
    fileTitle: "What waits to be sent",
    fileWhen:
      "A last resort: if this device is about to die or will find no network, save what waits to a file and hand it to the organisers. What is still sent from here afterwards does not count twice.",
    fileNothing: "Everything is sent: no file is needed.",
    saveFile: "Save waiting entries to a file",
    fileSaved: "File written: {{name}}",
    fileFailed: "The file could not be written. Try again, or leave the device on, near a network.",
    nearlyFull:
      "This device’s storage is nearly full ({{percent}}%). Delete photos or apps, or connect it so that it sends what waits.",
  },
});
