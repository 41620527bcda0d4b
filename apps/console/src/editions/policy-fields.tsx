import { baseCategories, type Policy } from "@abwab/contract";
import { admissionModes, capacityRules } from "@abwab/domain";
import { useMessages } from "@abwab/ui";
import { Fieldset, MultiSelect, NativeSelect, SimpleGrid, Switch } from "@mantine/core";
import type { ErrorAt } from "../app/use-checked.ts";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { capacityRuleTexts, modeTexts, policyMessages } from "./policy-messages.ts";
import { useEdition } from "./edition-queries.ts";
import { HourField } from "./hour-field.tsx";

export interface PolicyFieldsProps {
  slug: string;
  policy: Policy;
  onChange: (policy: Policy) => void;
  errorAt: ErrorAt;
}

const wholeDay = { from: "09:00", to: "21:00" };

/** Who may come into a zone, and which pass is asked for. */
export function PolicyFields({ slug, policy, onChange, errorAt }: PolicyFieldsProps) {
  const t = useMessages(policyMessages);
  const zone = useMessages(pavilionMessages);
  const edition = useEdition(slug);
  const categories = [...new Set([...baseCategories, ...(edition?.categories ?? [])])];
  const set = (change: Partial<Policy>) => onChange({ ...policy, ...change });
  return (
    <Fieldset legend={t("policy")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t("mode")}
          description={t("modeHint")}
          value={policy.mode}
          disabled={policy.anonymousOnly}
          onChange={(event) =>
            set({ mode: admissionModes.find((each) => each === event.currentTarget.value) ?? "count" })
          }
          data={admissionModes.map((value) => ({ value, label: t(modeTexts[value]) }))}
        />
        <NativeSelect
          label={t("overCapacity")}
          description={t("overCapacityHint")}
          value={policy.overCapacity}
          onChange={(event) =>
            set({ overCapacity: capacityRules.find((each) => each === event.currentTarget.value) ?? "count_on" })
          }
          data={capacityRules.map((value) => ({ value, label: t(capacityRuleTexts[value]) }))}
        />
      </SimpleGrid>
      <MultiSelect
        mt="md"
        label={t("categories")}
        description={t("categoriesHint")}
        clearable
        value={policy.categories ?? []}
        onChange={(next) => set({ categories: next.length === 0 ? null : next })}
        data={categories.map((value) => ({ value, label: categoryName(value, zone) }))}
        error={errorAt("policy.categories")}
      />
      <Switch
        mt="md"
        label={t("hours")}
        checked={policy.hours !== null}
        onChange={(event) => set({ hours: event.currentTarget.checked ? wholeDay : null })}
      />
      {policy.hours !== null && (
        <SimpleGrid cols={2} mt="xs">
          {(["from", "to"] as const).map((end) => (
            <HourField
              key={end}
              label={t(end)}
              value={policy.hours?.[end] ?? ""}
              onChange={(hour) => set({ hours: { ...(policy.hours ?? wholeDay), [end]: hour } })}
              error={errorAt(`policy.hours.${end}`)}
            />
          ))}
        </SimpleGrid>
      )}
      <Switch
        mt="md"
        label={t("anonymousOnly")}
        checked={policy.anonymousOnly}
        onChange={(event) => set({ anonymousOnly: event.currentTarget.checked })}
      />
    </Fieldset>
  );
}
