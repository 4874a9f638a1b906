/** Fabric and trims in the setup. */
export const materialsEn = {
  title: "Materials",
  text: "Fabric and trims on order: who brings what, when it should be here and what is still to come. The chase list asks each supplier by name.",
  make: "Add a materials sheet",
  own: "A materials sheet of your own can be read as well: choose it under “Use my own sheet”.",
};
