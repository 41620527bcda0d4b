/** One story of faults: it answers what the checker found at its end, one sentence a problem. */
export type Scenario = (scene: Scene) => Promise<string[]>;

export interface Scene {
  random: () => number;
  /** 1 in CI; how much longer or larger it is. Below 1 it is as short as it can be. */
  scale: number;
  /** Breaks the database's own rules before the story begins, to show that the checker sees it. */
  plant?: (databaseUrl: string) => Promise<void>;
}
