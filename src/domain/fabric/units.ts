/** International yard and pound agreement of 1959: exact. */
export const METRES_PER_YARD = 0.9144;
export const CM_PER_INCH = 2.54;
export const INCHES_PER_YARD = 36;
export const GRAMS_PER_OUNCE = 28.349523125;
