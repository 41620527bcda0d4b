import { ApiProblem } from "@abwab/api-client";
import { routes, type FloorPlan } from "@abwab/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import type { Drawing } from "./plan-draft.ts";
import { planQuery } from "./plan-queries.ts";

export interface PlanSaving {
  /** The plan as the service last answered it; its version is the one that changes go by. */
  readonly plan: FloorPlan;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** Somebody else has saved another version meanwhile. */
  readonly isConflict: boolean;
  save(drawing: Drawing): void;
  /** Saves over the version of somebody else, whatever it is. */
  saveOver(drawing: Drawing): void;
  /** Reads what somebody else has saved. */
  readTheirs(): Promise<FloorPlan>;
  /** The service has answered a change of the background. */
  take(plan: FloorPlan): void;
}

export function usePlanSaving(slug: string, first: FloorPlan, onSaved: (drawing: Drawing) => void): PlanSaving {
  const client = useQueryClient();
  const [plan, setPlan] = useState(first);
  const params = { slug };
  const take = (next: FloorPlan) => {
    setPlan(next);
    client.setQueryData(planQuery(slug).queryKey, next);
  };
  const read = () => api.call(routes.getFloorPlan, { params });
  const saving = useMutation({
    mutationFn: async ({ drawing, over }: { drawing: Drawing; over: boolean }) => {
      const version = over ? (await read()).version : plan.version;
      return api.call(routes.changeFloorPlan, { params, body: { version, ...drawing } });
    },
    onSuccess: (next, { drawing }) => {
      take(next);
      onSaved(drawing);
    },
  });
  return {
    plan,
    isPending: saving.isPending,
    error: saving.error,
    isConflict: saving.error instanceof ApiProblem && saving.error.code === "changed_meanwhile",
    save: (drawing) => saving.mutate({ drawing, over: false }),
    saveOver: (drawing) => saving.mutate({ drawing, over: true }),
    readTheirs: async () => {
      const theirs = await read();
      take(theirs);
      saving.reset();
      return theirs;
    },
    take,
  };
}
