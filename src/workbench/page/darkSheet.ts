import type { Univer } from "@univerjs/core";
import { ICanvasColorService } from "@univerjs/engine-render";

type Rgb = [red: number, green: number, blue: number];

/** A dark sheet is dark grey, not black. */
const DARKEST = 0.08;

/**
 * What is light becomes dark and the other way round, by luma: hue and the contrast between a cell's text and its fill stay.
 * (Univer's own inversion turns white headings on blue into black ones on dark blue.)
 */
export function invertLuma([red, green, blue]: Rgb): Rgb {
  const luma = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  const shifted = (channel: number) => Math.min(1, Math.max(0, channel / 255 + 1 - 2 * luma));
  const floored = (channel: number) => Math.round(255 * (DARKEST + (1 - DARKEST) * shifted(channel)));
  return [floored(red), floored(green), floored(blue)];
}

/** Colours of cells under a dark theme; in a light one nothing is changed. */
export function darkenWell(univer: Univer): void {
  const colors = univer.__getInjector().get(ICanvasColorService) as unknown as {
    _invertAlgo(color: Rgb): Rgb;
  };
  colors._invertAlgo = invertLuma;
}
