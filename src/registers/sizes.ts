export interface SizeQuantity {
  readonly size: string;
  readonly qty: number;
}

/** `S 100, M 200` as sizes and quantities; undefined where the text says something else. */
export function readSizes(text: string): readonly SizeQuantity[] | undefined {
  const parts = text
    .normalize("NFKC")
    .split(/[,;、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const sizes = parts.map((part) => /^(.*\S)\s*[\s:=]\s*(\d+)$/.exec(part));
  if (sizes.some((match) => !match)) return undefined;
  return sizes.map((match) => ({ size: match?.[1] ?? "", qty: Number(match?.[2]) }));
}

export const sizesText = (sizes: readonly SizeQuantity[]): string =>
  sizes.map(({ size, qty }) => `${size} ${qty}`).join(", ");

export const sizesTotal = (sizes: readonly SizeQuantity[]): number =>
  sizes.reduce((total, { qty }) => total + qty, 0);
