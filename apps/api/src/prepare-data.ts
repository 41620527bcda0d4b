import type { App } from "./build-app.ts";
import { FirstAdministrator } from "./people/first-administrator.ts";
import type { Configuration } from "./platform/configuration.ts";
import { SampleDataService } from "./sample-data/sample-data.service.ts";

/** What a database needs before the first request: someone who can sign in and, if wanted, the sample editions. */
export async function prepareData({ nest }: App, configuration: Configuration): Promise<void> {
  await nest.get(FirstAdministrator).ensure();
  if (configuration.ABWAB_SAMPLE) await nest.get(SampleDataService).install(Date.now());
}
