import { useLanguage } from "../i18n/use-language.ts";
import { formatNumber, type NumberStyle } from "./format.ts";

export interface NumberProps extends NumberStyle {
  value: number;
  className?: string;
}

/** A figure with digits of one width, held apart from the direction of the text round it. */
export function Num({ value, className, ...style }: NumberProps) {
  const { language } = useLanguage();
  return (
    <bdi dir="ltr" className={className ? `abwab-number ${className}` : "abwab-number"}>
      {formatNumber(value, language, style)}
    </bdi>
  );
}
