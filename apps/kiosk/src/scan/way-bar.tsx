import { useMessages } from "@abwab/ui";
import { IconBarcode, IconCamera, IconHandFinger, IconKeyboard, IconUsersGroup } from "@tabler/icons-react";
import { scanMessages } from "./scan-messages.ts";
import { ways, type Way } from "./use-way.ts";

const icons = { camera: IconCamera, reader: IconBarcode, tally: IconHandFinger, code: IconKeyboard };

interface WayBarProps {
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
  /** Opens the groups that come without their paper; left out where none may be known. */
  readonly onGroups: (() => void) | undefined;
}

/** The ways in, each one tap away, where a thumb reaches them. */
export function WayBar({ way, onChoose, onGroups }: WayBarProps) {
  const t = useMessages(scanMessages);
  return (
    <div className="ways" role="group" aria-label={t("way")}>
      {ways.map((one) => {
        const Icon = icons[one];
        return (
          <button key={one} type="button" className="way" aria-pressed={one === way} onClick={() => onChoose(one)}>
            <Icon size={26} stroke={1.9} aria-hidden />
            {t(`way_${one}`)}
          </button>
        );
      })}
      {onGroups && (
        <button type="button" className="way" aria-haspopup="dialog" onClick={onGroups}>
          <IconUsersGroup size={26} stroke={1.9} aria-hidden />
          {t("way_groups")}
        </button>
      )}
    </div>
  );
}
