import { defineMessages } from "@abwab/ui";

export const chartMessages = defineMessages("charts", {
  ar: {
    showTable: "اعرض جدولاً",
    showChart: "اعرض رسماً",
    save: "احفظ",
    saveOf: "احفظ الرسم: {{title}}",
    png: "صورة (PNG)",
    svg: "رسم (SVG)",
    csv: "الأرقام (CSV)",
    pictureOf: "{{edition}} · كما هي في {{time}}",
    source: "المصدر: أبواب، من سجل المداخل",
  },
  fr: {
    showTable: "Voir le tableau",
    showChart: "Voir le graphique",
    save: "Enregistrer",
    saveOf: "Enregistrer le graphique : {{title}}",
    png: "Image (PNG)",
    svg: "Dessin (SVG)",
    csv: "Chiffres (CSV)",
    pictureOf: "{{edition}} · au {{time}}",
    source: "Source : Abwab, registre des passages",
  },
  en: {
    showTable: "Show the table",
    showChart: "Show the chart",
    save: "Save",
    saveOf: "Save the chart: {{title}}",
    png: "Picture (PNG)",
    svg: "Drawing (SVG)",
    csv: "Figures (CSV)",
    pictureOf: "{{edition}} · as of {{time}}",
    source: "Source: Abwab, from the ledger of entries",
  },
});
