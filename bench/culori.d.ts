/** What the benchmark uses of culori, which ships no types. */
declare module "culori" {
  interface Lab {
    mode: "lab65";
    l: number;
    a: number;
    b: number;
  }
  export function differenceCiede2000(): (standard: Lab, sample: Lab) => number;
  export function differenceCmc(): (standard: Lab, sample: Lab) => number;
}
