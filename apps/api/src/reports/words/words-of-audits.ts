/** What the audit report says beside the words of the other reports. */
export interface AuditReportWords {
  texts: Readonly<
    Record<
      | "auditTitle"
      | "settledOnly"
      | "noDay"
      | "auditedVisits"
      | "attendance"
      | "visitorsAtMost"
      | "beingRead"
      | "auditedDays"
      | "auditedDaysHint"
      | "revision"
      | "excluded"
      | "auditCategories"
      | "auditCategoriesHint"
      | "standing"
      | "counted"
      | "excludedByRule"
      | "neverCounted"
      | "revisions"
      | "revisionsHint"
      | "version"
      | "settledAt"
      | "method"
      | "methodHint"
      | "means"
      | "entries"
      | "completeness"
      | "completenessHint"
      | "remark"
      | "refusedAsks"
      | "correctionDays"
      | "correctionDaysHint"
      | "voidsShort"
      | "adjustmentsShort"
      | "recountsShort"
      | "noCorrections"
      | "ledger"
      | "ledgerHint"
      | "rows"
      | "digest"
      | "digestOfAll"
      | "recompute"
      | "chain"
      | "chainHint"
      | "chainAtSettlement"
      | "chainNow"
      | "chainPending"
      | "event",
      string
    >
  >;
  definitions: readonly { name: string; text: string }[];
  lastSettled: (moment: string) => string;
  leftOut: (days: string) => string;
  asOf: (moment: string) => string;
  methods: Readonly<Record<"scanned" | "tapped" | "headcounts" | "otherSystems" | "asked", string>>;
  devices: (devices: string, checkpoints: string) => string;
  remarks: Readonly<
    Record<
      | "afterCutOff"
      | "late"
      | "clockCorrected"
      | "outsideHours"
      | "overCapacity"
      | "duplicatePass"
      | "revokedPass"
      | "unknownPass",
      string
    >
  >;
  recovered: (times: string) => string;
}
