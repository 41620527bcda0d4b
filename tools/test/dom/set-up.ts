import "@testing-library/jest-dom";

// Layout is not jsdom's: these answer as a wide, still page would.
if (!("matchMedia" in window) || window.matchMedia === undefined) {
  window.matchMedia = (query: string): MediaQueryList => {
    const nobody = (): void => undefined;
    const list = { matches: false, media: query, onchange: null, addListener: nobody, removeListener: nobody };
    return { ...list, addEventListener: nobody, removeEventListener: nobody, dispatchEvent: () => false };
  };
}

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.ResizeObserver ??= StillObserver;
Element.prototype.scrollIntoView ??= (): void => undefined;
