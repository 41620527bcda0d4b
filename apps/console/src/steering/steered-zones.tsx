import { routes, type Edition, type Zone, type ZoneAcknowledgement, type ZoneStatus } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { SegmentedControl, Text, TextInput, Title } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { zonesQuery } from "../editions/edition-queries.ts";
import { byKind } from "../live/board-selection.ts";
import type { CountStore } from "../live/count-store.ts";
import { MessageChoice, wordsOf, type ChosenMessage } from "./message-choice.tsx";
import { SteeredZone } from "./steered-zone.tsx";
import { steeringMessages } from "./steering-messages.ts";
import { acknowledgementsQuery } from "./steering-queries.ts";

const filters = ["all", "restricted", "waiting"] as const;
type Filter = (typeof filters)[number];
const filterTexts = { all: "filterAll", restricted: "filterRestricted", waiting: "filterWaiting" } as const;

interface SteeredZonesProps {
  edition: Edition;
  zones: readonly Zone[];
  store: CountStore;
  /** undefined until they are read. */
  acknowledgements: readonly ZoneAcknowledgement[] | undefined;
}

export function SteeredZones({ edition, zones, store, acknowledgements }: SteeredZonesProps) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [message, setMessage] = useState<ChosenMessage>({ phrase: "none", own: "" });
  const [filter, setFilter] = useState<Filter>("all");
  const [search, setSearch] = useState("");
  const { slug } = edition;
  const steer = useMutation({
    mutationFn: ({ code, status }: { code: string; status: ZoneStatus }) =>
      api.call(routes.changeZone, {
        params: { slug, code },
        body: { status, message: status === "open" ? null : wordsOf(message) },
      }),
    onSuccess: (zone) => {
      // Shown at once: the list follows with the notice that every screen hears.
      client.setQueryData(zonesQuery(slug).queryKey, (before) =>
        before?.map((each) => (each.code === zone.code ? zone : each)),
      );
      return client.invalidateQueries({ queryKey: acknowledgementsQuery(slug).queryKey });
    },
  });
  const known = useMemo(() => new Map(acknowledgements?.map((each) => [each.zone, each])), [acknowledgements]);
  const wanted = search.trim().toLowerCase();
  const shown = zones.toSorted(byKind).filter((zone) => {
    if (filter === "restricted" && zone.status === "open") return false;
    if (filter === "waiting" && (known.get(zone.code)?.missing.length ?? 0) === 0) return false;
    return `${zone.code} ${localName(zone.names, language)}`.toLowerCase().includes(wanted);
  });
  return (
    <section className="steered" aria-labelledby="steered-title">
      <Title order={2} size="h4" id="steered-title">
        {t("zonesTitle")}
      </Title>
      <Text c="dimmed" size="sm">
        {t("hint")}
      </Text>
      <MessageChoice chosen={message} onChange={setMessage} />
      <div className="steered-tools" role="search">
        <TextInput
          type="search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t("search")}
          aria-label={t("search")}
          leftSection={<IconSearch size={17} aria-hidden />}
        />
        <SegmentedControl
          aria-label={t("filterLabel")}
          value={filter}
          onChange={setFilter}
          data={filters.map((value) => ({ value, label: t(filterTexts[value]) }))}
        />
      </div>
      <ProblemAlert error={steer.error} />
      {shown.length === 0 && <Text c="dimmed">{t("noneFound")}</Text>}
      <ul className="steered-list">
        {shown.map((zone) => (
          <li key={zone.code}>
            <SteeredZone
              zone={zone}
              store={store}
              acknowledgement={known.get(zone.code)}
              busy={steer.isPending && steer.variables.code === zone.code}
              onSteer={(status) => steer.mutate({ code: zone.code, status })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
