import type { DeviceBroadcast, DeviceConfiguration } from "@abwab/contract";
import { directionOf, useLanguage, useMessages } from "@abwab/ui";
import { IconAlertTriangle, IconSpeakerphone } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useNow } from "../app/use-now.ts";
import { broadcastMessages } from "./broadcast-messages.ts";
import { ReadMessages } from "./read-messages.ts";
import { saidIn } from "./said-in.ts";
import { standingFor } from "./standing.ts";
import { useShowing } from "./use-showing.ts";
import "./broadcasts.css";

interface BroadcastStripProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly clockOffsetMs: number;
  /** Code of who is signed on. */
  readonly operator: string | undefined;
  /** Gives a sign that something new stands there. */
  readonly onNew: () => void;
}

/** What the organisers say, above the figures: nothing that is touched moves away, and one tap says that it was read. */
export function BroadcastStrip({ token, configuration, clockOffsetMs, operator, onNew }: BroadcastStripProps) {
  const now = useNow(5_000);
  const [read, setRead] = useState(() => new ReadMessages());
  const standing = standingFor(configuration, "kiosk", now - clockOffsetMs);
  const unread = standing.filter((broadcast) => !read.has(broadcast));
  const { code, status, message } = configuration.zone;
  useShowing(token, {
    display: "kiosk",
    zone: { code, status, message },
    broadcasts: standing.map((broadcast) => ({
      id: broadcast.id,
      revision: broadcast.revision,
      acknowledged: read.has(broadcast),
      ...(operator !== undefined && { operator }),
    })),
  });
  const newest = unread[0]?.id;
  useEffect(() => {
    if (newest !== undefined) onNew();
  }, [newest, onNew]);
  return unread.map((broadcast) => (
    <Strip key={broadcast.id} broadcast={broadcast} onRead={() => setRead(read.with(broadcast))} />
  ));
}

function Strip({ broadcast, onRead }: { broadcast: DeviceBroadcast; onRead: () => void }) {
  const t = useMessages(broadcastMessages);
  const { language: own } = useLanguage();
  const { text, language } = saidIn(broadcast.texts, own);
  const Icon = broadcast.level === "warning" ? IconAlertTriangle : IconSpeakerphone;
  return (
    <section
      className="notice broadcast"
      data-tone={broadcast.level === "warning" ? "bad" : "calm"}
      aria-label={t("from")}
      role={broadcast.level === "warning" ? "alert" : "status"}
    >
      <Icon aria-hidden />
      <div className="notice-text">
        <span lang={language} dir={directionOf(language)} className="broadcast-words">
          {text}
        </span>
        <button type="button" className="button notice-button" onClick={onRead}>
          {t("read")}
        </button>
      </div>
    </section>
  );
}
