import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../i18n/use-language.ts";
import { formatNumber } from "./format.ts";
import type { NumberProps } from "./number.tsx";

type Move = "still" | "up" | "down";

/**
 * A figure that changes under the reader's eyes: only the digits that differ move, by a hair and without fading, and
 * nothing round them does. It never shows a value between two true ones. With prefers-reduced-motion the digits simply change.
 */
export function LiveNumber({ value, className, ...style }: NumberProps) {
  const { language } = useLanguage();
  const before = useRef(value);
  const move: Move = value === before.current ? "still" : value > before.current ? "up" : "down";
  useEffect(() => {
    before.current = value;
  }, [value]);

  const digits = [...formatNumber(value, language, style)];
  return (
    <bdi dir="ltr" className={className ? `abwab-number ${className}` : "abwab-number"}>
      {digits.map((digit, index) => (
        <Digit key={`${digits.length - index}${digit}`} digit={digit} move={move} />
      ))}
    </bdi>
  );
}

/** Its key is its place and its digit: a digit that stays is left alone, a new one comes in by one move. */
function Digit({ digit, move }: { digit: string; move: Move }) {
  const [arrival] = useState(move);
  return (
    <span className="abwab-digit" data-arrival={arrival}>
      {digit}
    </span>
  );
}
