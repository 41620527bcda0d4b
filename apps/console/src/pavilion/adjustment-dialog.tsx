import {
  adjustmentRequest,
  baseCategories,
  direction as directionSchema,
  routes,
  type AdjustmentRequest,
  type Direction,
  type Edition,
  type Zone,
} from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NativeSelect, SegmentedControl, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { categoryName } from "./category-names.ts";
import { instantOf, MomentField, momentOf } from "./moment-field.tsx";
import { pavilionMessages } from "./pavilion-messages.ts";

/** Adds to or takes from a zone's figures by a later fact with a reason. */
export function AdjustmentDialog({ edition, zone, onClose }: { edition: Edition; zone: Zone; onClose: () => void }) {
  const t = useMessages(pavilionMessages);
  const [direction, setDirection] = useState<Direction>("in");
  const [headcount, setHeadcount] = useState<number | null>(null);
  const [category, setCategory] = useState<string>("public");
  const [moment, setMoment] = useState(() => momentOf(edition, Date.now()));
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: (body: AdjustmentRequest) =>
      api.call(routes.adjustZone, { params: { slug: edition.slug, code: zone.code }, body }),
    onSuccess: onClose,
  });
  const filledIn = { direction, headcount, category, at: instantOf(edition, moment), reason };
  const { errorAt, send } = useChecked(adjustmentRequest, filledIn, save.error);
  return (
    <FormDialog
      title={t("adjust")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <Text c="dimmed" size="sm">
        {t("adjustText")}
      </Text>
      <SegmentedControl
        aria-label={t("direction")}
        value={direction}
        onChange={(next) => setDirection(directionSchema.parse(next))}
        data={[
          { value: "in", label: t("directionIn") },
          { value: "out", label: t("directionOut") },
        ]}
      />
      <WholeNumberField
        label={t("adjustHeadcount")}
        required
        data-autofocus
        allowNegative
        value={headcount}
        onChange={setHeadcount}
        error={errorAt("headcount")}
      />
      <NativeSelect
        label={t("category")}
        value={category}
        onChange={(event) => setCategory(event.currentTarget.value)}
        data={[...baseCategories, ...edition.categories].map((value) => ({ value, label: categoryName(value, t) }))}
      />
      <MomentField edition={edition} value={moment} onChange={setMoment} error={errorAt("at")} />
      <Textarea
        label={t("reason")}
        description={t("reasonHint")}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt("reason")}
      />
    </FormDialog>
  );
}
