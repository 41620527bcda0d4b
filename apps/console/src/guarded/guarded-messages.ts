import { defineMessages } from "@abwab/ui";

export const guardedMessages = defineMessages("guarded", {
  ar: {
    title: "غيّر شخص آخر هذا وأنت تعدّله",
    apart: "غيّرا حقولاً مختلفة: ما غيّره أُخذ إلى نموذجك، وما غيّرته باقٍ. احفظ إن كان كل شيء صحيحاً.",
    both: "غيّرتما الحقل نفسه. اختر ما يبقى؛ لا شيء يُحفظ قبل اختيارك.",
    field: "الحقل",
    before: "قبل",
    theirs: "عند الآخر",
    mine: "عندك",
    keepMine: "أبقِ ما كتبتُه",
    takeTheirs: "خذ ما كتبه الآخر",
    goOn: "تابع بهما معاً",
  },
  fr: {
    title: "Une autre personne l’a modifié pendant votre saisie",
    apart:
      "Vos changements portent sur d’autres champs : les siens sont repris dans votre formulaire, les vôtres restent. Enregistrez si tout est juste.",
    both: "Vous avez changé le même champ. Choisissez ce qui reste ; rien n’est enregistré avant.",
    field: "Champ",
    before: "Avant",
    theirs: "Chez l’autre",
    mine: "Chez vous",
    keepMine: "Garder ma saisie",
    takeTheirs: "Prendre la sienne",
    goOn: "Continuer avec les deux",
  },
  en: {
    title: "Somebody else changed it while you did",
    apart: "You changed other fields: theirs are taken into your form, yours stay. Save if everything is right.",
    both: "You changed the same field. Choose what stays; nothing is saved before that.",
    field: "Field",
    before: "Before",
    theirs: "Theirs",
    mine: "Yours",
    keepMine: "Keep mine",
    takeTheirs: "Take theirs",
    goOn: "Go on with both",
  },
});
