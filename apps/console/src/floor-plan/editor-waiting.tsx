import type { Checkpoint, Zone } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { editorMessages } from "./editor-messages.ts";
import { doorOf, placementOf, type Drawing, type Piece } from "./plan-draft.ts";

export interface EditorWaitingProps {
  drawing: Drawing;
  zones: readonly Zone[];
  checkpoints: readonly Checkpoint[];
  onPlace: (piece: Piece) => void;
}

/** What is not on the plan yet: a press puts it in its middle. Doors of a zone come once their zone has a place. */
export function EditorWaiting({ drawing, zones, checkpoints, onPlace }: EditorWaitingProps) {
  const t = useMessages(editorMessages);
  const { language } = useLanguage();
  const waiting = zones.filter(({ code, kind }) => kind !== "site" && placementOf(drawing, code) === undefined);
  const sites = new Set(zones.filter(({ kind }) => kind === "site").map(({ code }) => code));
  const doors = checkpoints.filter(
    ({ code, zone }) => doorOf(drawing, code) === undefined && (sites.has(zone) || placementOf(drawing, zone)),
  );
  const gates = doors.filter(({ zone }) => sites.has(zone));
  const others = doors.filter(({ zone }) => !sites.has(zone));
  return (
    <section className="editor-part" aria-labelledby="editor-waiting">
      <Title order={2} size="h5" id="editor-waiting">
        {waiting.length === 0 ? t("allPlaced") : t("waiting", { count: waiting.length })}
      </Title>
      {waiting.length > 0 && (
        <ul className="editor-waiting">
          {waiting.map(({ code, names }) => (
            <li key={code}>
              <button type="button" onClick={() => onPlace({ kind: "zone", code })}>
                <IconPlus size={16} aria-hidden /> <bdi>{code}</bdi> {localName(names, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {[
        { title: t("gates"), list: gates },
        { title: t("doors"), list: others },
      ].map(
        ({ title, list }) =>
          list.length > 0 && (
            <details key={title} open={list === gates}>
              <summary>
                {title} ({list.length})
              </summary>
              <ul className="editor-waiting editor-doors">
                {list.map(({ code }) => (
                  <li key={code}>
                    <button type="button" onClick={() => onPlace({ kind: "door", code })}>
                      <IconPlus size={16} aria-hidden /> <bdi>{code}</bdi>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </section>
  );
}
