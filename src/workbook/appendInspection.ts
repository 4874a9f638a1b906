import type { Fields } from "../registers/register";
import { appendRows } from "./appendRows";
import type { Receipt } from "./book";

/** The inspection and its defects, in one action. The defects' rows name the inspection by its id. */
export async function appendInspection(inspection: Fields, defects: readonly Fields[]): Promise<Receipt> {
  const id = inspection.id ?? "";
  const { address, leftOut, revert } = await appendRows([
    { register: "inspections", rows: [inspection] },
    { register: "defects", rows: defects.map((defect) => ({ ...defect, inspection: id })) },
  ]);
  return {
    code: "inspectionAdded",
    params: { id: String(id), defects: defects.length, leftOut: leftOut.join(", ") },
    address,
    revert,
  };
}
