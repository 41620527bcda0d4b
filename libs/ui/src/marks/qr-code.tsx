import { useMemo } from "react";
import { encode } from "uqr";
import { uiMessages } from "../i18n/ui-messages.ts";
import { useMessages } from "../i18n/use-messages.ts";

export interface QrCodeProps {
  text: string;
  /** Side in pixels, quiet zone included. */
  size?: number;
}

/** A QR code drawn as one path, black on white whatever surrounds it. */
export function QrCode({ text, size = 220 }: QrCodeProps) {
  const t = useMessages(uiMessages);
  const code = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: "M", border: 3 });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
    return { modules, path };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={t("qrCode", { text })}
      viewBox={`0 0 ${code.modules} ${code.modules}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      className="abwab-qr-code"
    >
      <rect width={code.modules} height={code.modules} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
