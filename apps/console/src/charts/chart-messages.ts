import { defineMessages } from "@abwab/ui";

export const chartMessages = defineMessages("charts", {
  ar: { showTable: "اعرض جدولاً", showChart: "اعرض رسماً" },
  fr: { showTable: "Voir le tableau", showChart: "Voir le graphique" },
  en: { showTable: "Show the table", showChart: "Show the chart" },
});
