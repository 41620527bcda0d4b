import { useMessages } from "@abwab/ui";
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { paletteMessages } from "./palette-messages.ts";

/** Opens the palette, and says which keys do. */
export function PaletteButton({ onOpen, small = false }: { onOpen: () => void; small?: boolean }) {
  const t = useMessages(paletteMessages);
  const isApple = ["macos", "ios"].includes(useOs());
  if (small) {
    return (
      <ActionIcon variant="subtle" color="#fff" size="lg" aria-label={t("open")} onClick={onOpen}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <UnstyledButton className="palette-button" onClick={onOpen} aria-keyshortcuts={isApple ? "Meta+K" : "Control+K"}>
      <IconSearch size={18} aria-hidden />
      <span>{t("open")}</span>
      <kbd dir="ltr" aria-hidden>
        {isApple ? "⌘ K" : "Ctrl K"}
      </kbd>
    </UnstyledButton>
  );
}
