import type { Edition } from "@abwab/contract";
import { useEffect } from "react";
import { useParams } from "react-router";
import { useEditions } from "./edition-queries.ts";

const STORAGE_KEY = "abwab.edition";

/** The edition in the address, else the one looked at last, else the first that is open, else the first. */
export function chooseEdition(
  editions: readonly Edition[],
  inAddress: string | undefined,
  remembered: string | null,
): Edition | undefined {
  const named = (slug: string | null | undefined) => editions.find((edition) => edition.slug === slug);
  return named(inAddress) ?? named(remembered) ?? editions.find((edition) => edition.status === "open") ?? editions[0];
}

/** Which edition the console is about; `undefined` while the list is on its way or when there is none. */
export function useChosenEdition(): Edition | undefined {
  const { slug } = useParams();
  const { data } = useEditions();
  const edition = chooseEdition(data ?? [], slug, localStorage.getItem(STORAGE_KEY));
  useEffect(() => {
    if (slug !== undefined && edition?.slug === slug) localStorage.setItem(STORAGE_KEY, slug);
  }, [slug, edition]);
  return edition;
}
