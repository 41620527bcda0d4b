import { useSearchParams } from "react-router";

export type PreviewStep = "reading" | "rows";

/** Which part of a preview is looked at, kept in the address so that it is there again after a reload. */
export function useStep(): [PreviewStep, (step: PreviewStep) => void] {
  const [search, setSearch] = useSearchParams();
  const step = search.get("step") === "rows" ? "rows" : "reading";
  return [step, (next) => setSearch(next === "rows" ? { step: next } : {})];
}
