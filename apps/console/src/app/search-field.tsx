import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";

/** A search begins when nothing was typed for so long. */
const TYPING_MS = 200;

export interface SearchFieldProps {
  label: string;
  /** What is searched for, as the address has it. */
  value: string;
  onSearch: (text: string) => void;
  describedBy?: string;
}

/**
 * Searches as one types. What is typed is held here: the address follows later, and a letter typed meanwhile must not
 * be lost to it.
 */
export function SearchField({ label, value, onSearch, describedBy }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);
  const send = useDebouncedCallback((text: string) => {
    setSent(text);
    onSearch(text);
  }, TYPING_MS);
  if (value !== seen) {
    setSeen(value);
    // Changed by somebody else: the filters were cleared, or one went back.
    if (value !== sent) setTyped(value);
  }
  return (
    <TextInput
      type="search"
      className="search-field"
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={label}
      maxLength={100}
      leftSection={<IconSearch size={17} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
