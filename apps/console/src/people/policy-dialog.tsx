import { type AccountPolicy, type Role, role as roleSchema, roles, routes } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Alert, Checkbox, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { policyQuery } from "./invitation-queries.ts";
import { linkMessages } from "./link-messages.ts";

/** Which roles need a second factor, with what saving it will do. */
export function PolicyDialog({ onClose }: { onClose: () => void }) {
  const policy = useQuery({ ...policyQuery, staleTime: 0 });
  if (policy.data) return <PolicyForm policy={policy.data} onClose={onClose} />;
  return <ProblemAlert error={policy.error} retry={() => void policy.refetch()} />;
}

function PolicyForm({ policy, onClose }: { policy: AccountPolicy; onClose: () => void }) {
  const t = useMessages(linkMessages);
  const app = useMessages(appMessages);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly Role[]>(policy.secondFactorRoles);
  const save = useMutation({
    mutationFn: () => api.call(routes.changeAccountPolicy, { body: { secondFactorRoles: [...chosen] } }),
    onSuccess: (saved) => {
      client.setQueryData(policyQuery.queryKey, saved);
      onClose();
    },
  });
  const count = chosen.reduce((sum, role) => sum + policy.without[role], 0);
  return (
    <FormDialog
      title={t("policyTitle")}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      <Text>{t("policyHint")}</Text>
      <Checkbox.Group
        label={t("policyRoles")}
        value={[...chosen]}
        onChange={(next) => setChosen(next.map((each) => roleSchema.parse(each)))}
      >
        <Stack gap="xs" mt="xs">
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={app(roleTexts[role])}
              description={t("without", {
                count: policy.without[role],
              })}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Alert color={count > 0 ? "brass" : "forest"} role="status">
        {count > 0 ? t("effect", { count }) : t(chosen.length > 0 ? "effectNobody" : "effectNone")}
      </Alert>
    </FormDialog>
  );
}
