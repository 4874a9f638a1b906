/**
 * Excel on the web tells add-ins its look through the browser alone: office.js leaves `Office.context.officeTheme` out there, and
 * `prefers-color-scheme` inside the pane follows the `color-scheme` of its iframe.
 */
export type ThemeName = "light" | "dark" | "contrast";

export const THEMES: readonly ThemeName[] = ["light", "dark", "contrast"];
