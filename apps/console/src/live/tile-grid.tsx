import type { Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { Tile } from "./tile.tsx";
import type { TrailStore } from "./trail-store.ts";

export interface TileGridProps {
  zones: readonly Zone[];
  slug: string;
  store: CountStore;
  trails: TrailStore;
}

export function TileGrid({ zones, slug, store, trails }: TileGridProps) {
  const t = useMessages(liveMessages);
  if (zones.length === 0) {
    return (
      <Text className="tiles-none" c="dimmed">
        {t("noneFound")}
      </Text>
    );
  }
  return (
    <ul className="tiles">
      {zones.map((zone) => (
        <li key={zone.code}>
          <Tile zone={zone} to={`/live/${slug}/${zone.code}`} store={store} trails={trails} />
        </li>
      ))}
    </ul>
  );
}
