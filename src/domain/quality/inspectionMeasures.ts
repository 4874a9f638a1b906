/** Defects per hundred units: one garment may have several. */
export const defectsPerHundred = (defects: number, checked: number): number => (defects * 100) / checked;

/** Share of garments right the first time; a reworked garment counts once, as defective. */
export const rightFirstTime = (checked: number, defective: number): number => 1 - defective / checked;

/** Cartons to open at a final inspection: the square root, rounded up (trade practice), every colour and size among them. */
export const cartonsToOpen = (cartons: number): number => Math.ceil(Math.sqrt(cartons));
