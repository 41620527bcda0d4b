import type { Checkpoint, Edition, FloorPlan, Zone } from "@abwab/contract";
import { layOutPark } from "@abwab/domain";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Anchor, Button, Title } from "@mantine/core";
import { IconArrowBackUp, IconDeviceFloppy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useReducer, useState } from "react";
import { Link } from "react-router";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useCheckpoints, useEdition, useZones } from "../editions/edition-queries.ts";
import { EditorBackground } from "./editor-background.tsx";
import { EditorCanvas } from "./editor-canvas.tsx";
import { EditorChosen, Metres } from "./editor-chosen.tsx";
import { editorMessages } from "./editor-messages.ts";
import { EditorTools } from "./editor-tools.tsx";
import { EditorWaiting } from "./editor-waiting.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { PlanConflict } from "./plan-conflict.tsx";
import { draftOf, isChanged, nextDraft, type Drawing, type Piece } from "./plan-draft.ts";
import { onto, withDoor, withPlacement, withSize } from "./plan-edits.ts";
import { backgroundAddress, planQuery } from "./plan-queries.ts";
import { useCamera } from "./use-camera.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { usePlanSaving } from "./use-plan-saving.ts";

export function PlanEditorPage() {
  return (
    <RoleGate needed="organiser">
      <Loading />
    </RoleGate>
  );
}

function Loading() {
  const slug = useSlug();
  const edition = useEdition(slug);
  const zones = useZones(slug);
  const checkpoints = useCheckpoints(slug);
  const plan = useQuery({ ...planQuery(slug), refetchInterval: false, staleTime: 0 });
  const error = zones.error ?? checkpoints.error ?? plan.error;
  if (edition && zones.data && checkpoints.data && plan.data && !plan.isFetching) {
    return <Editor key={slug} edition={edition} zones={zones.data} checkpoints={checkpoints.data} first={plan.data} />;
  }
  if (error) {
    const again = () => void Promise.all([zones.refetch(), checkpoints.refetch(), plan.refetch()]);
    return (
      <div className="page">
        <ProblemAlert error={error} retry={again} />
      </div>
    );
  }
  return <PageSkeleton />;
}

interface EditorProps {
  edition: Edition;
  zones: readonly Zone[];
  checkpoints: readonly Checkpoint[];
  first: FloorPlan;
}

function Editor({ edition, zones, checkpoints, first }: EditorProps) {
  const t = useMessages(editorMessages);
  const { language } = useLanguage();
  const { slug } = edition;
  const [draft, dispatch] = useReducer(nextDraft, first, draftOf);
  const [chosen, setChosen] = useState<Piece>();
  const [grid, setGrid] = useState(1);
  const saving = usePlanSaving(slug, first, (drawing) => dispatch({ do: "saved", drawing }));
  const { drawing } = draft;
  const camera = useCamera(drawing);
  const unsaved = isChanged(draft);
  useUndoKeys(dispatch);
  const change = useCallback((next: Drawing) => dispatch({ do: "change", drawing: next }), []);

  const layOut = () => {
    const sites = new Set(zones.filter(({ kind }) => kind === "site").map(({ code }) => code));
    const gates = checkpoints.filter(({ zone }) => sites.has(zone));
    change(
      layOutPark(
        zones,
        gates.map(({ code }) => code),
      ),
    );
    setChosen(undefined);
  };
  const place = (piece: Piece) => {
    const zone = zones.find(({ code }) => code === piece.code);
    const middle = { x: drawing.width / 2, y: drawing.height / 2 };
    if (piece.kind === "door") change(withDoor(drawing, { checkpoint: piece.code, ...middle }));
    else if (zone) {
      const side = Math.max(4, Math.round(Math.sqrt(zone.areaM2 ?? (drawing.width * drawing.height) / 100)));
      const box = { x: Math.round(middle.x - side / 2), y: Math.round(middle.y - side / 2), width: side, height: side };
      change(withPlacement(drawing, onto(drawing, { zone: zone.code, shape: "rectangle", rotation: 0, ...box })));
    }
    setChosen(piece);
  };
  return (
    <div className="page editor">
      <Anchor component={Link} to={`/live/${slug}?view=plan`} className="back-link">
        <IconArrowBackUp size={17} aria-hidden /> {t("back")}
      </Anchor>
      <PageHeader
        title={t("title")}
        hint={localName(edition.names, language)}
        actions={
          <Button
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            disabled={!unsaved}
            loading={saving.isPending}
            onClick={() => saving.save(drawing)}
          >
            {t("save")}
          </Button>
        }
      />
      {saving.isConflict ? (
        <PlanConflict
          onTheirs={() => void saving.readTheirs().then((theirs) => dispatch({ do: "load", drawing: theirs }))}
          onMine={() => saving.saveOver(drawing)}
        />
      ) : (
        <ProblemAlert error={saving.error} />
      )}
      {saving.plan.sample && (
        <Alert color="brass" mb="md">
          {t("sampleNote")}
        </Alert>
      )}
      <div className="editor-columns">
        <div className="card editor-main">
          <EditorTools draft={draft} grid={grid} onGrid={setGrid} onLayOut={layOut} onStep={dispatch} />
          <p className="editor-hint">{t("hint")}</p>
          <EditorCanvas
            drawing={drawing}
            zones={zones}
            picture={backgroundAddress(slug, saving.plan)}
            camera={camera}
            grid={grid}
            chosen={chosen}
            onChoose={setChosen}
            onChange={change}
          />
          <p className="editor-hint">{t("keys")}</p>
        </div>
        <div className="card editor-side">
          {chosen && (
            <EditorChosen
              drawing={drawing}
              piece={chosen}
              zone={chosen.kind === "zone" ? zones.find(({ code }) => code === chosen.code) : undefined}
              onChange={change}
              onGone={() => setChosen(undefined)}
            />
          )}
          <EditorWaiting drawing={drawing} zones={zones} checkpoints={checkpoints} onPlace={place} />
          <section className="editor-part" aria-labelledby="editor-plan">
            <Title order={2} size="h5" id="editor-plan">
              {t("plan")}
            </Title>
            <div className="editor-fields">
              <Metres
                label={t("width")}
                value={drawing.width}
                min={10}
                onChange={(width) => change(withSize(drawing, { width, height: drawing.height }))}
              />
              <Metres
                label={t("depth")}
                value={drawing.height}
                min={10}
                onChange={(height) => change(withSize(drawing, { width: drawing.width, height }))}
              />
            </div>
          </section>
          <EditorBackground slug={slug} plan={saving.plan} version={saving.plan.version} onDone={saving.take} />
        </div>
      </div>
      <LeaveGuard unsaved={unsaved} />
    </div>
  );
}
