/** What is known of those of one category who came into the site. */
export interface Crossings {
  /** All ways in. */
  visits: number;
  /** Of them those with a pass. */
  withPass: number;
  /** Passes of one person that were shown, each once. */
  individuals: number;
  /** People of group passes. */
  groups: number;
}

/**
 * How many people came: who has a pass once, groups by their people, and each way in without a pass for a person of its
 * own. It says too many where people without a pass come twice: of a day that is the attendance, over days an upper
 * bound of the visitors.
 */
export function peopleOf({ visits, withPass, individuals, groups }: Crossings): number {
  return individuals + groups + visits - withPass;
}
