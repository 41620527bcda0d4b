import { useMessages } from "@abwab/ui";
import { Modal } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { useChosenEdition } from "../editions/chosen-edition.ts";
import { StatusDialog } from "../pavilion/status-dialog.tsx";
import { useUser } from "../sign-in/session.ts";
import type { Command } from "./command.ts";
import { paletteMessages } from "./palette-messages.ts";
import { findCommands } from "./palette-search.ts";
import { recentCommands, rememberCommand } from "./recent-commands.ts";
import { useCommands, type ZoneTask } from "./use-commands.ts";
import { useFoundCommands } from "./use-found-commands.ts";
import "./palette.css";

const MOST = 12;

/** Goes anywhere and does what the role may, by a few letters: a field, and under it what they find. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [task, setTask] = useState<ZoneTask>();
  if (task) {
    // Offered the other way round: a zone that is open is held, any other is opened.
    const status = task.zone.status === "open" ? "hold" : "open";
    return <StatusDialog slug={task.slug} zone={{ ...task.zone, status }} onClose={onClose} />;
  }
  return <Finder onClose={onClose} onZone={setTask} />;
}

function Finder({ onClose, onZone }: { onClose: () => void; onZone: (task: ZoneTask) => void }) {
  const t = useMessages(paletteMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  const navigate = useNavigate();
  const { id: userId } = useUser();
  const edition = useChosenEdition();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [recent] = useState(() => recentCommands(userId));
  const known = useCommands(onZone);
  const found = useFoundCommands(edition?.slug, typed);
  const isBlank = typed.trim() === "";
  const shown = isBlank
    ? [...lately(known, recent), ...known.filter(({ id }) => recent.every((each) => each.id !== id))].slice(0, MOST)
    : [
        ...findCommands(
          known,
          typed,
          recent.map(({ id }) => id),
        ).slice(0, MOST),
        ...found.commands,
      ];
  const active = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    rememberCommand(userId, command);
    if (command.to !== undefined) {
      onClose();
      void navigate(command.to);
      return;
    }
    command.act?.();
    // The dialog of a zone takes the palette's place; whatever else it does is done.
    if (!command.id.startsWith("status ")) onClose();
  };
  const press = (event: KeyboardEvent) => {
    // A key that ends the composing of a letter chooses nothing.
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 5),
      PageUp: Math.max(0, active - 5),
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(to);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(shown[active]);
    }
  };
  const optionId = (index: number): string => `${listId}-${index}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("title")}
      size="lg"
      className="palette"
      // It is there at once: what is typed next belongs to it.
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <input
        className="palette-field"
        type="text"
        role="combobox"
        aria-label={t("title")}
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-describedby={`${listId}-hint`}
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <p className="palette-hint" id={`${listId}-hint`}>
        {t("hint")}
      </p>
      <p className="visually-hidden" role="status">
        {!isBlank && !found.isSearching && t("found", { count: shown.length })}
      </p>
      <div ref={list} id={listId} role="listbox" aria-label={t("title")} className="palette-list">
        {shown.map((command, index) => (
          <Option
            key={command.id}
            id={optionId(index)}
            command={command}
            isActive={index === active}
            isRecent={isBlank && recent.some(({ id }) => id === command.id)}
            onPoint={() => setAt(index)}
            onChoose={() => choose(command)}
          />
        ))}
      </div>
      {!isBlank && shown.length === 0 && (
        <div className="palette-none">
          <strong>{found.isSearching ? t("searching") : t("none")}</strong>
          {!found.isSearching && <p>{t("noneHint")}</p>}
        </div>
      )}
    </Modal>
  );
}

/** What was chosen before, under its present name; what is not offered here is still a way to where it led. */
function lately(known: readonly Command[], recent: ReturnType<typeof recentCommands>): Command[] {
  return recent.flatMap((each): Command[] => {
    const command = known.find(({ id }) => id === each.id);
    if (command) return [command];
    if (each.to === undefined) return [];
    return [{ id: each.id, kind: each.kind, title: each.title, to: each.to, icon: IconHistory, words: [each.title] }];
  });
}

interface OptionProps {
  id: string;
  command: Command;
  isActive: boolean;
  isRecent: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One thing to go to or to do. The keyboard stays in the field; a mouse points and presses. */
function Option({ id, command, isActive, isRecent, onPoint, onChoose }: OptionProps) {
  const t = useMessages(paletteMessages);
  const { kind, title, detail, icon: Icon } = command;
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="palette-option"
      onMouseMove={isActive ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
      <span className="palette-title">
        <bdi>{title}</bdi>
        {detail !== undefined && <bdi className="palette-detail">{detail}</bdi>}
      </span>
      <span className="palette-kind">
        {isRecent && <IconHistory size={14} aria-label={t("recent")} />} {t(kind)}
      </span>
    </button>
  );
}
