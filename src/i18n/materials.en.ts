/** Fabric and trims in the setup. */
export const materialsEn = {
  title: "Materials",
  text: "Fabric and trims on order: who supplies what, when it is due and how much is still to come. The chase list then groups them by supplier.",
  make: "Add a materials sheet",
  own: "Your own materials sheet can be used as it is: press “Add another sheet”.",
};
