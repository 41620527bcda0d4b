import type { DeviceConfiguration, DeviceOrganisation } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createClient } from "@abwab/api-client";
import { v7 } from "uuid";
import { Sheet } from "../app/sheet.tsx";
import { readShownText, type ShownText } from "../scan/shown-text.ts";
import { useKeyboard } from "../scan/use-keyboard.ts";
import type { Heads } from "../verdict/stage.ts";
import { bookGroup } from "./book-group.ts";
import { findGroups } from "./find-groups.ts";
import { groupMessages } from "./group-messages.ts";
import type { GroupList } from "./group-list.ts";
import { ExpectedGroups } from "./expected-groups.tsx";
import { RegisterResults } from "./register-results.tsx";
import { adultsOf, bookingOf, type Unbooked } from "./unbooked.ts";
import { UnbookedPanel } from "./unbooked-panel.tsx";
import "./groups.css";

interface GroupsSheetProps {
  readonly list: GroupList;
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  /** Whether the service is reached. */
  readonly online: boolean;
  readonly direction: "in" | "out";
  /** A pass that was read in the midst of it. */
  readonly onShown: (shown: ShownText) => void;
  /** A group of the list, or one that was booked a moment ago and whose `heads` are counted already. */
  readonly onGroup: (token: string, heads?: Heads) => void;
  /** A group that is counted without its name; `category`: of its adults. */
  readonly onUnbooked: (heads: Heads, category: string) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onClose: () => void;
}

/** A list that was read this long ago is read again when somebody looks at it, in milliseconds. */
const FRESH_MS = 15_000;

/** Groups without their paper: those that are expected today by name, and those that nobody has booked. */
export function GroupsSheet(props: GroupsSheetProps) {
  const { list, token, configuration, online, direction, onShown, onGroup, onUnbooked, onFailure, onClose } = props;
  const t = useMessages(groupMessages);
  const client = useMemo(() => createClient({ token }), [token]);
  const groups = useSyncExternalStore(
    (listener) => list.subscribe(listener),
    () => list.groups,
  );
  const [typed, setTyped] = useState("");
  const [unbooked, setUnbooked] = useState<Unbooked>();
  const [isBooking, setBooking] = useState(false);
  const found = useMemo(() => findGroups(groups, typed), [groups, typed]);
  // What comes without a slot is awaited at the site: a pavilion counts it by its pass, or by its number.
  const isGate = configuration.zone.kind === "site";
  const show = (shown: ShownText) => {
    // The group that is being booked comes first: its people stand at the door.
    if (!isBooking) onShown(shown);
  };

  useEffect(() => {
    if (online && Date.now() - (list.readAt ?? 0) > FRESH_MS) list.refresh().catch(onFailure);
  }, [list, online, onFailure]);
  // A reader is heard here too; what it types into the field is found there.
  useKeyboard({
    isOurs: () => true,
    onText: ({ byPlace, asWritten }) => show(readShownText(asWritten, byPlace)),
    onKeys: () => undefined,
  });
  const search = (text: string) => {
    const shown = readShownText(text);
    if (shown.kind === "token") show(shown);
    else setTyped(text);
  };

  const admit = async (group: Unbooked, heads: Heads) => {
    setBooking(true);
    const booking = online ? bookingOf(group) : undefined;
    const booked = booking && (await bookGroup(client, { ...booking, ...heads }));
    setBooking(false);
    if (!booked) return onUnbooked(heads, adultsOf[group.type]);
    onGroup(booked.token, heads);
    await list.add(booked);
  };
  const startUnbooked = (organisation: DeviceOrganisation | undefined) =>
    setUnbooked({
      id: v7(),
      organisation,
      name: organisation ? "" : typed.trim(),
      type: organisation?.type ?? "school",
    });

  return (
    <Sheet title={t("title")} onClose={onClose}>
      {unbooked ? (
        <UnbookedPanel
          first={unbooked}
          online={online}
          busy={isBooking}
          onBack={() => setUnbooked(undefined)}
          onAdmit={(group, heads) => void admit(group, heads).catch(onFailure)}
        />
      ) : (
        <div className="groups">
          <input
            type="search"
            className="groups-search"
            value={typed}
            onChange={(event) => search(event.currentTarget.value)}
            placeholder={t("search")}
            aria-label={t("search")}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <ExpectedGroups
            groups={found}
            isSearch={typed.trim() !== ""}
            readAt={list.readAt}
            online={online}
            timeZone={configuration.edition.timeZone}
            onChoose={(group) => onGroup(group.token)}
          />
          {direction === "in" && isGate && (
            <RegisterResults client={client} typed={typed} online={online} listed={groups} onChoose={startUnbooked} />
          )}
        </div>
      )}
    </Sheet>
  );
}
