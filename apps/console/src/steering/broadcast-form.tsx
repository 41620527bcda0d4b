import {
  routes,
  type Broadcast,
  type DeviceDisplay,
  type Edition,
  newBroadcast,
  type NewBroadcast,
  type Zone,
} from "@abwab/contract";
import { formatTime, languages, localName, useLanguage, useMessages } from "@abwab/ui";
import { Checkbox, Group, MultiSelect, NativeSelect, SegmentedControl, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { steeringMessages } from "./steering-messages.ts";
import { broadcastsQuery } from "./steering-queries.ts";

const MINUTE = 60_000;
const spans = [15, 30, 60, 180, 480] as const;
const textFields = { ar: "textAr", fr: "textFr", en: "textEn" } as const;
const levels = ["notice", "warning"] as const;
const displayTexts = { kiosk: "kiosks", wall: "walls" } as const;
const allDisplays: readonly DeviceDisplay[] = ["kiosk", "wall"];
const MOST_WORDS = 280;

interface BroadcastFormProps {
  edition: Edition;
  zones: readonly Zone[];
  /** The one to change; a new one without. */
  broadcast?: Broadcast;
  onClose: () => void;
}

/** What the form shows of a message, but how long it still stands: that moves on by itself. */
const draftOfBroadcast = ({ level, texts: { ar = "", fr = "", en = "" }, zones, displays }: Broadcast) => ({
  level,
  texts: { ar, fr, en },
  codes: zones ?? [],
  displays: displays as readonly DeviceDisplay[],
});

export function BroadcastForm({ edition: { slug, timeZone }, zones, broadcast, onClose }: BroadcastFormProps) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [level, setLevel] = useState(broadcast?.level ?? "notice");
  const { ar = "", fr = "", en = "" } = broadcast?.texts ?? {};
  const [texts, setTexts] = useState({ ar, fr, en });
  const [codes, setCodes] = useState<string[]>(broadcast?.zones ?? []);
  const [displays, setDisplays] = useState<readonly DeviceDisplay[]>(broadcast?.displays ?? allDisplays);
  const kept = broadcast?.until ?? null;
  const [until, setUntil] = useState(kept === null ? "" : "kept");
  const params = { slug, id: broadcast?.id ?? "" };
  const guard = useGuard({
    thing: broadcast,
    draftOf: draftOfBroadcast,
    draft: { level, texts, codes, displays },
    onDraft: (merged) => {
      setLevel(merged.level);
      setTexts(merged.texts);
      setCodes([...merged.codes]);
      setDisplays(merged.displays);
    },
    read: () => api.callIfChanged(routes.getBroadcast, undefined, { params }),
    words: { level: t("level"), texts: t("newMessage"), codes: t("zones"), displays: t("displays") },
  });
  const save = useMutation({
    mutationFn: (body: NewBroadcast) =>
      guard.save((headers) =>
        broadcast
          ? api.call(routes.changeBroadcast, { params, headers, body })
          : api.call(routes.sendBroadcast, { params: { slug }, body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: broadcastsQuery(slug).queryKey });
      onClose();
    },
  });
  const said = languages.filter((each) => texts[each].trim() !== "");
  const filledIn = {
    level,
    texts: Object.fromEntries(said.map((each) => [each, texts[each]])),
    zones: codes.length === 0 ? null : codes,
    displays,
    until: until === "kept" ? kept : until === "" ? null : new Date(Date.now() + Number(until) * MINUTE).toISOString(),
  };
  const { errorAt, send } = useChecked(newBroadcast, filledIn, save.error);
  const lasts = (minutes: number) =>
    minutes < 60 ? t("minutes", { count: minutes }) : t("hours", { count: minutes / 60 });
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={t(broadcast ? "editMessage" : "newMessage")}
      submit={t("sendMessage")}
      size="lg"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      {broadcast && <Text c="dimmed">{t("editHint")}</Text>}
      <SegmentedControl
        aria-label={t("level")}
        value={level}
        onChange={setLevel}
        data={levels.map((value) => ({ value, label: t(value) }))}
      />
      {languages.map((each, index) => (
        <Textarea
          key={each}
          label={t(textFields[each])}
          lang={each}
          dir={each === "ar" ? "rtl" : "ltr"}
          autosize
          minRows={1}
          maxLength={MOST_WORDS}
          data-autofocus={index === 0 || undefined}
          value={texts[each]}
          onChange={(event) => setTexts({ ...texts, [each]: event.currentTarget.value })}
          error={index === 0 && errorAt("texts") !== undefined ? t("textsNeeded") : undefined}
        />
      ))}
      <MultiSelect
        label={t("forZones")}
        placeholder={codes.length === 0 ? t("forAll") : ""}
        searchable
        value={codes}
        onChange={setCodes}
        data={zones.map(({ code, names }) => ({ value: code, label: `${code} · ${localName(names, language)}` }))}
        error={errorAt("zones")}
      />
      <Checkbox.Group
        label={t("displays")}
        value={[...displays]}
        onChange={(chosen) => setDisplays(allDisplays.filter((display) => chosen.includes(display)))}
        error={errorAt("displays") === undefined ? undefined : t("displaysNeeded")}
      >
        <Group mt="xs">
          {allDisplays.map((display) => (
            <Checkbox key={display} value={display} label={t(displayTexts[display])} />
          ))}
        </Group>
      </Checkbox.Group>
      <NativeSelect
        label={t("until")}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        data={[
          ...(kept === null
            ? []
            : [{ value: "kept", label: t("untilKept", { time: formatTime(kept, language, { timeZone }) }) }]),
          { value: "", label: t("untilTaken") },
          ...spans.map((minutes) => ({ value: String(minutes), label: lasts(minutes) })),
        ]}
        error={errorAt("until")}
      />
      {notice}
    </FormDialog>
  );
}
