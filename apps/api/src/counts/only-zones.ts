/**
 * What somebody who is bound to zones sees of figures: the rows of those. The totals stay those of the whole edition:
 * they are what its screens and its public counter show, and nobody's zone can be read from them.
 *
 * @param zones codes; null for every zone
 */
export const onlyZones = <Figures extends { readonly zones: readonly { readonly zone: string }[] }>(
  figures: Figures,
  zones: ReadonlySet<string> | null,
): Figures => (zones === null ? figures : { ...figures, zones: figures.zones.filter(({ zone }) => zones.has(zone)) });
