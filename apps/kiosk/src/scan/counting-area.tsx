import { CameraView } from "./camera/camera-view.tsx";
import { CodeEntry } from "./code-entry.tsx";
import { Door } from "./door.tsx";
import { QuickCounts } from "./quick-counts.tsx";
import { ReaderPanel } from "./reader-panel.tsx";
import { readShownText, type ShownText } from "./shown-text.ts";
import type { Tally } from "./use-tally.ts";
import type { Way } from "./use-way.ts";

interface CountingAreaProps {
  readonly way: Way;
  readonly tally: Tally;
  /** `readAt`: when it was read, in milliseconds since the epoch. */
  readonly onShown: (shown: ShownText, readAt?: number) => void;
  /** Whether what was read a moment ago is still being decided on. */
  readonly isDeciding: () => boolean;
  /** Any number at once; `more`: one of them is counted already. */
  readonly onGroup: (more: boolean) => void;
}

/** The middle of the screen, by the way in that is chosen. */
export function CountingArea({ way, tally, onShown, isDeciding, onGroup }: CountingAreaProps) {
  switch (way) {
    case "camera":
      return <CameraView onText={(text, readAt) => onShown(readShownText(text), readAt)} isHeld={isDeciding} />;
    case "reader":
      return <ReaderPanel />;
    case "code":
      return <CodeEntry onShown={onShown} />;
    case "tally":
      return (
        <>
          <Door tally={tally} onHold={() => onGroup(true)} />
          <QuickCounts tally={tally} onGroup={() => onGroup(false)} />
        </>
      );
  }
}
