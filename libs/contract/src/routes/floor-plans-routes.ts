import * as plans from "../floor-plans.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** Where the zones of an edition stand, and the picture behind them. */
export const floorPlansRoutes = {
  getFloorPlan: route({
    method: "GET",
    path: `${EDITION}/floor-plan`,
    summary: "The floor plan, empty and of version 0 where there is none",
    tag: "floor plans",
    access: access.viewer,
    ofZones: true,
    status: 200,
    response: plans.floorPlan,
  }),
  changeFloorPlan: route({
    method: "PUT",
    path: `${EDITION}/floor-plan`,
    summary: "Draw the floor plan anew; refused when somebody has changed it since",
    tag: "floor plans",
    access: access.organiser,
    body: plans.floorPlanChange,
    status: 200,
    response: plans.floorPlan,
    problems: ["changed_meanwhile", "edition_archived"],
  }),
  getPlanBackground: route({
    method: "GET",
    path: `${EDITION}/floor-plan/background`,
    summary: "The picture behind the floor plan, PNG or JPEG, with an ETag",
    tag: "floor plans",
    access: access.viewer,
    ofZones: true,
    query: plans.backgroundQuery,
    status: 200,
    document: "image/*",
    problems: ["not_found"],
  }),
  setPlanBackground: route({
    method: "PUT",
    path: `${EDITION}/floor-plan/background`,
    summary: "Put a picture behind the floor plan: PNG or JPEG of at most 5 MB",
    tag: "floor plans",
    access: access.organiser,
    query: plans.backgroundChangeQuery,
    upload: true,
    status: 200,
    response: plans.floorPlan,
    problems: ["changed_meanwhile", "edition_archived", "too_large"],
  }),
  removePlanBackground: route({
    method: "DELETE",
    path: `${EDITION}/floor-plan/background`,
    summary: "Take the picture behind the floor plan away",
    tag: "floor plans",
    access: access.organiser,
    query: plans.backgroundChangeQuery,
    status: 200,
    response: plans.floorPlan,
    problems: ["changed_meanwhile", "edition_archived", "not_found"],
  }),
};
