import { useCallback, useEffect, useMemo, useRef, type RefObject } from "react";
import {
  coverScale,
  fitScale,
  keptWithin,
  metreAt,
  panned,
  showing,
  viewBoxOf,
  zoomedAt,
  type Camera,
  type Size,
} from "./camera.ts";
import type { Point } from "./plan-geometry.ts";

/** A finger that moved further than this, in pixels, did not mean to press. */
const SLIP = 6;
/** Screens narrower than this begin with the plan filling them. */
const NARROW = 600;

export interface PlanCamera {
  readonly svg: RefObject<SVGSVGElement | null>;
  zoom(factor: number): void;
  fit(): void;
  show(point: Point): void;
  /** The metre under a pointer. */
  metreOf(event: { clientX: number; clientY: number }): Point;
  /** Pixels a metre now. */
  scale(): number;
}

const isNone = ({ width, height }: Size): boolean => width === 0 || height === 0;

/**
 * Pan by a drag, zoom by two fingers, the wheel with Ctrl, or buttons. The view is set on the drawing itself: nothing
 * of React runs while a finger moves. What is pressed within `[data-grip]` is left to whoever drags that.
 */
export function useCamera(plan: Size): PlanCamera {
  const svg = useRef<SVGSVGElement>(null);
  const camera = useRef<Camera>({ x: 0, y: 0, scale: 0 });
  const { width, height } = plan;

  const screen = useCallback((): Size => {
    const box = svg.current?.getBoundingClientRect();
    return { width: box?.width ?? 0, height: box?.height ?? 0 };
  }, []);
  const look = useCallback(
    (next: (size: Size, shown: Size, before: Camera) => Camera) => {
      const shown = screen();
      if (svg.current === null || isNone(shown)) return;
      camera.current = next({ width, height }, shown, camera.current);
      svg.current.setAttribute("viewBox", viewBoxOf(camera.current, shown));
      // With all of its height on screen, moving up and down is the page's.
      const isTall = height * camera.current.scale > shown.height + 1;
      svg.current.style.touchAction = isTall ? "none" : "pan-y";
    },
    [screen, width, height],
  );
  const begin = useCallback(() => {
    look((size, shown) => {
      const scale = shown.width < NARROW ? coverScale(size, shown) : fitScale(size, shown);
      return keptWithin({ x: 0, y: 0, scale }, size, shown);
    });
  }, [look]);

  useEffect(() => {
    const drawing = svg.current;
    if (drawing === null) return undefined;
    let known = 0;
    const observer = new ResizeObserver(() => {
      const { width: now } = screen();
      if (known === 0) begin();
      else if (Math.abs(now - known) > 1) look((size, shown, before) => keptWithin(before, size, shown));
      known = now;
    });
    observer.observe(drawing);
    const stop = followFingers(drawing, look);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [begin, look, screen]);

  return useMemo(
    () => ({
      svg,
      zoom: (factor) =>
        look((size, shown, before) =>
          zoomedAt(before, factor, { x: shown.width / 2, y: shown.height / 2 }, size, shown),
        ),
      fit: () => look((size, shown) => keptWithin({ x: 0, y: 0, scale: 0 }, size, shown)),
      show: (point) => look((size, shown, before) => showing(before, point, size, shown)),
      metreOf: (event) => metreAt(camera.current, fromCorner(svg.current, event)),
      scale: () => camera.current.scale,
    }),
    [look],
  );
}

const fromCorner = (drawing: Element | null, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
  const box = drawing?.getBoundingClientRect();
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
};

type Look = (next: (size: Size, shown: Size, before: Camera) => Camera) => void;

function followFingers(drawing: SVGSVGElement, look: Look): () => void {
  const fingers = new Map<number, Point>();
  let moved = 0;
  const isGrip = (target: EventTarget | null) => target instanceof Element && target.closest("[data-grip]") !== null;

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || isGrip(event.target)) return;
    if (fingers.size === 0) moved = 0;
    fingers.set(event.pointerId, fromCorner(drawing, event));
  };
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = fromCorner(drawing, event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (other !== undefined) {
      const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      const between = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      look((size, shown, camera) => zoomedAt(camera, apart(now) / apart(before), between, size, shown));
    } else if (moved > SLIP) {
      // Only now: what was captured at once could not be pressed.
      drawing.setPointerCapture(event.pointerId);
      look((size, shown, camera) => panned(camera, { x: now.x - before.x, y: now.y - before.y }, size, shown));
    }
  };
  const up = (event: PointerEvent) => void fingers.delete(event.pointerId);
  const press = (event: MouseEvent) => {
    if (moved <= SLIP) return;
    event.preventDefault();
    event.stopPropagation();
    moved = 0;
  };
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = fromCorner(drawing, event);
    look((size, shown, camera) => zoomedAt(camera, Math.exp(-event.deltaY / 200), at, size, shown));
  };
  const stopDrag = (event: Event) => event.preventDefault();
  const stop = new AbortController();
  const { signal } = stop;
  drawing.addEventListener("pointerdown", down, { signal });
  drawing.addEventListener("pointermove", move, { signal });
  drawing.addEventListener("pointerup", up, { signal });
  drawing.addEventListener("pointercancel", up, { signal });
  drawing.addEventListener("click", press, { signal, capture: true });
  drawing.addEventListener("wheel", wheel, { signal, passive: false });
  // A browser would drag the link of a zone away.
  drawing.addEventListener("dragstart", stopDrag, { signal });
  return () => stop.abort();
}
