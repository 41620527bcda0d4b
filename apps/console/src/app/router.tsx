import { createBrowserRouter, type RouteObject } from "react-router";
import { RequireSession } from "../sign-in/require-session.tsx";
import { SignInPage } from "../sign-in/sign-in-page.tsx";
import { BrokenPage } from "./broken-page.tsx";
import { HomePage } from "./home-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { Shell } from "./shell.tsx";

/** Every address of the console, below `/console`. Pages come in parts of their own, on first use. */
export const addresses: RouteObject[] = [
  { path: "/sign-in", element: <SignInPage /> },
  {
    path: "/invitation",
    hydrateFallbackElement: <PageSkeleton />,
    errorElement: <BrokenPage />,
    lazy: async () => ({ Component: (await import("../sign-in/invitation-page.tsx")).InvitationPage }),
  },
  {
    element: <RequireSession />,
    hydrateFallbackElement: <PageSkeleton />,
    errorElement: <BrokenPage />,
    children: [
      { path: "/wall", element: <HomePage part="wall" /> },
      { path: "/wall/:slug", lazy: async () => ({ Component: (await import("../live/wall-page.tsx")).WallPage }) },
      {
        path: "/evacuation/:slug",
        lazy: async () => ({ Component: (await import("../steering/evacuation-page.tsx")).EvacuationPage }),
      },
      {
        element: <Shell />,
        children: [
          {
            errorElement: <BrokenPage />,
            children: [
              { path: "/", element: <HomePage /> },
              { path: "/live", element: <HomePage /> },
              { path: "/live/wall", element: <HomePage part="wall" /> },
              { path: "/devices", element: <HomePage part="devices" /> },
              { path: "/visits", element: <HomePage part="visits" /> },
              { path: "/media", element: <HomePage part="media" /> },
              { path: "/organisations", element: <HomePage part="organisations" /> },
              { path: "/imports", element: <HomePage part="imports" /> },
              {
                path: "/live/:slug",
                lazy: async () => ({ Component: (await import("../live/live-page.tsx")).LivePage }),
              },
              {
                path: "/live/:slug/:code",
                lazy: async () => ({ Component: (await import("../pavilion/pavilion-page.tsx")).PavilionPage }),
              },
              {
                path: "/outlook/:slug",
                lazy: async () => ({ Component: (await import("../outlook/outlook-page.tsx")).OutlookPage }),
              },
              {
                path: "/floor-plan/:slug",
                lazy: async () => ({ Component: (await import("../floor-plan/plan-editor-page.tsx")).PlanEditorPage }),
              },
              {
                path: "/steering/:slug",
                lazy: async () => ({ Component: (await import("../steering/steering-page.tsx")).SteeringPage }),
              },
              {
                path: "/audience/:slug",
                lazy: async () => ({ Component: (await import("../audience/audience-page.tsx")).AudiencePage }),
              },
              {
                path: "/days/:slug",
                lazy: async () => ({ Component: (await import("../days/days-page.tsx")).DaysPage }),
              },
              {
                path: "/reports/:slug",
                lazy: async () => ({ Component: (await import("../reports/reports-page.tsx")).ReportsPage }),
              },
              {
                path: "/schedules/:slug",
                lazy: async () => ({ Component: (await import("../schedules/schedules-page.tsx")).SchedulesPage }),
              },
              {
                path: "/comparison/:slug",
                lazy: async () => ({ Component: (await import("../reports/comparison-page.tsx")).ComparisonPage }),
              },
              {
                path: "/communique/:slug",
                lazy: async () => ({ Component: (await import("../communique/communique-page.tsx")).CommuniquePage }),
              },
              {
                path: "/devices/:slug",
                lazy: async () => ({ Component: (await import("../devices/devices-page.tsx")).DevicesPage }),
              },
              {
                path: "/visits/:slug",
                lazy: async () => ({ Component: (await import("../visits/visits-page.tsx")).VisitsPage }),
              },
              {
                path: "/programme/:slug",
                lazy: async () => ({ Component: (await import("../programme/programme-page.tsx")).ProgrammePage }),
              },
              {
                path: "/reach/:slug",
                lazy: async () => ({ Component: (await import("../reach/reach-page.tsx")).ReachPage }),
              },
              {
                path: "/media/:slug",
                lazy: async () => ({ Component: (await import("../media/media-page.tsx")).MediaPage }),
              },
              {
                path: "/passes/:slug",
                lazy: async () => ({ Component: (await import("../passes/passes-page.tsx")).PassesPage }),
              },
              {
                path: "/organisations/:slug",
                lazy: async () => ({
                  Component: (await import("../organisations/organisations-page.tsx")).OrganisationsPage,
                }),
              },
              {
                path: "/organisations/:slug/:id",
                lazy: async () => ({
                  Component: (await import("../organisations/organisation-page.tsx")).OrganisationPage,
                }),
              },
              {
                path: "/imports/:slug",
                lazy: async () => ({ Component: (await import("../imports/imports-page.tsx")).ImportsPage }),
              },
              {
                path: "/imports/:slug/:id",
                lazy: async () => ({ Component: (await import("../imports/import-page.tsx")).ImportPage }),
              },
              {
                path: "/exports/:slug",
                lazy: async () => ({ Component: (await import("../exports/exports-page.tsx")).ExportsPage }),
              },
              {
                path: "/conflicts/:slug",
                lazy: async () => ({ Component: (await import("../conflicts/conflicts-page.tsx")).ConflictsPage }),
              },
              {
                path: "/alerts/:slug",
                lazy: async () => ({ Component: (await import("../alerts/alerts-page.tsx")).AlertsPage }),
              },
              {
                path: "/staff/:slug",
                lazy: async () => ({ Component: (await import("../staff/staff-page.tsx")).StaffPage }),
              },
              {
                path: "/setup/:slug",
                lazy: async () => ({ Component: (await import("../editions/setup-page.tsx")).SetupPage }),
              },
              {
                path: "/editions",
                lazy: async () => ({ Component: (await import("../editions/editions-page.tsx")).EditionsPage }),
              },
              {
                path: "/people",
                lazy: async () => ({ Component: (await import("../people/people-page.tsx")).PeoplePage }),
              },
              {
                path: "/tokens",
                lazy: async () => ({ Component: (await import("../people/tokens-page.tsx")).TokensPage }),
              },
              {
                path: "/personal-data",
                lazy: async () => ({
                  Component: (await import("../personal-data/personal-data-page.tsx")).PersonalDataPage,
                }),
              },
              {
                path: "/audit",
                lazy: async () => ({ Component: (await import("../audit/audit-page.tsx")).AuditPage }),
              },
              {
                path: "/account",
                lazy: async () => ({ Component: (await import("../people/account-page.tsx")).AccountPage }),
              },
              { path: "*", element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(addresses, { basename: "/console" });
