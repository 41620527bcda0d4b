import { alertsRoutes } from "./routes/alerts-routes.ts";
import { communiqueRoutes } from "./routes/communique-routes.ts";
import { countsRoutes } from "./routes/counts-routes.ts";
import { devicesRoutes } from "./routes/devices-routes.ts";
import { documentsRoutes } from "./routes/documents-routes.ts";
import { editionsRoutes } from "./routes/editions-routes.ts";
import { entriesRoutes } from "./routes/entries-routes.ts";
import { exportsRoutes } from "./routes/exports-routes.ts";
import { floorPlansRoutes } from "./routes/floor-plans-routes.ts";
import { importsRoutes } from "./routes/imports-routes.ts";
import { invitationsRoutes } from "./routes/invitations-routes.ts";
import { operatorsRoutes } from "./routes/operators-routes.ts";
import { organisationPapersRoutes } from "./routes/organisation-papers-routes.ts";
import { organisationsRoutes } from "./routes/organisations-routes.ts";
import { outlookRoutes } from "./routes/outlook-routes.ts";
import { passesRoutes } from "./routes/passes-routes.ts";
import { peopleRoutes } from "./routes/people-routes.ts";
import { personalDataRoutes } from "./routes/personal-data-routes.ts";
import { programmeRoutes } from "./routes/programme-routes.ts";
import { reachRoutes } from "./routes/reach-routes.ts";
import { reportSchedulesRoutes } from "./routes/report-schedules-routes.ts";
import { reportsRoutes } from "./routes/reports-routes.ts";
import { steeringRoutes } from "./routes/steering-routes.ts";
import { visitsRoutes } from "./routes/visits-routes.ts";
import { webhooksRoutes } from "./routes/webhooks-routes.ts";

/** Every route of `/api/v1`. */
export const routes = {
  ...peopleRoutes,
  ...invitationsRoutes,
  ...personalDataRoutes,
  ...editionsRoutes,
  ...devicesRoutes,
  ...entriesRoutes,
  ...passesRoutes,
  ...documentsRoutes,
  ...operatorsRoutes,
  ...organisationsRoutes,
  ...organisationPapersRoutes,
  ...importsRoutes,
  ...visitsRoutes,
  ...programmeRoutes,
  ...reachRoutes,
  ...countsRoutes,
  ...floorPlansRoutes,
  ...outlookRoutes,
  ...alertsRoutes,
  ...webhooksRoutes,
  ...exportsRoutes,
  ...reportsRoutes,
  ...reportSchedulesRoutes,
  ...steeringRoutes,
  ...communiqueRoutes,
};

/** Used by the document and by tests: the routes as plain values. */
export const allRoutes = Object.entries(routes);
export type RouteName = keyof typeof routes;
