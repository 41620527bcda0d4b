import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The deep green of a garden door. */
const forest: MantineColorsTuple = [
  "#eef6f3",
  "#d8e9e2",
  "#b0d3c6",
  "#82baa7",
  "#539d86",
  "#2f806a",
  "#1c6753",
  "#155243",
  "#114438",
  "#0e3a32",
];
/** Brass: accents, and "on hold". */
const brass: MantineColorsTuple = [
  "#fdf6e5",
  "#f8e8c2",
  "#f1d38c",
  "#e8bb55",
  "#dda636",
  "#c98f22",
  "#a87415",
  "#86590f",
  "#68450d",
  "#4f350b",
];
/** Baked clay: closed, over capacity, lost. */
const clay: MantineColorsTuple = [
  "#fdf0ec",
  "#f9dad1",
  "#f2b5a3",
  "#e98c73",
  "#df6748",
  "#d24f2d",
  "#b93f20",
  "#9a331a",
  "#7d2a17",
  "#652414",
];
/** Warm neutrals instead of cold greys. */
const sand: MantineColorsTuple = [
  "#faf8f4",
  "#f4f1ea",
  "#e8e3d8",
  "#d6cfc0",
  "#b5ad9c",
  "#8f8878",
  "#6b665a",
  "#545047",
  "#3d3a33",
  "#282620",
];

export const theme = createTheme({
  colors: { forest, brass, clay, sand, gray: sand },
  primaryColor: "forest",
  primaryShade: 7,
  black: "#1b211e",
  white: "#ffffff",
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "'Readex Pro Variable', 'Readex Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Readex Pro Variable', 'Readex Pro', system-ui, sans-serif", fontWeight: "600" },
  radius: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { radius: "md" } },
    Table: { defaultProps: { borderColor: "#ece7dc" } },
    Modal: { defaultProps: { radius: "lg", centered: true, overlayProps: { backgroundOpacity: 0.45, blur: 2 } } },
    Tooltip: {
      defaultProps: { multiline: true, maw: 320, withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
    Badge: { defaultProps: { radius: "xl", tt: "none", variant: "light" } },
  },
});
