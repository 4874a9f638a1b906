/** Fabric and trims in the setup. */
export const materialsEn = {
  title: "Materials",
  text: "Fabric and trims on order: who brings what, when it should be here and what is still to come. The chase list asks each supplier by name.",
  make: "Add a materials sheet",
  own: "A list of your own can be used as it is: press “Add another sheet”.",
};
