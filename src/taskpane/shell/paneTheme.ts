import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";
import type { HostTheme } from "../environment";

/** Teal, the colour of the icons; every step keeps Fluent's contrast against its neighbours. */
const brand: BrandVariants = {
  10: "#011816",
  20: "#022422",
  30: "#03322f",
  40: "#053f3b",
  50: "#074d48",
  60: "#095b55",
  70: "#0b6962",
  80: "#0f766e",
  90: "#1a8279",
  100: "#2d9188",
  110: "#43a097",
  120: "#5bafa6",
  130: "#76beb6",
  140: "#93cdc7",
  150: "#b2dcd8",
  160: "#d3ece9",
};

export type ThemeKind = "light" | "dark" | "highContrast";

const themes: Readonly<Record<ThemeKind, Theme>> = {
  light: createLightTheme(brand),
  dark: {
    ...createDarkTheme(brand),
    // The brand's own steps are too dark for text on a dark pane.
    colorBrandForeground1: brand[120],
    colorBrandForeground2: brand[130],
    colorBrandForegroundLink: brand[130],
    colorBrandForegroundLinkHover: brand[140],
  },
  highContrast: teamsHighContrastTheme,
};

export const paneTheme = (kind: ThemeKind): Theme => themes[kind];

function luminance(colour: string): number | undefined {
  const hex = /^#?([0-9a-f]{6})/i.exec(colour)?.[1];
  if (!hex) return undefined;
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const isPure = (colour: string) => /^#?(000000|ffffff|ffff00|00ff00)/i.test(colour);

/** Office gives colours, not a name: dark by the background, high contrast where both colours are pure and the pane black. */
export function themeKind(host: HostTheme | undefined, media: { dark: boolean; forced: boolean }): ThemeKind {
  if (media.forced) return "highContrast";
  const background = host && luminance(host.background);
  if (!host || background === undefined) return media.dark ? "dark" : "light";
  if (background < 0.01 && isPure(host.foreground)) return "highContrast";
  return background < 0.4 ? "dark" : "light";
}
