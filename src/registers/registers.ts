import { defects } from "./defects";
import { inspections } from "./inspections";
import { materials } from "./materials";
import { orders } from "./orders";
import type { Field, Register, RegisterId } from "./register";
import { templates } from "./templates";

export const registers: Readonly<Record<RegisterId, Register>> = {
  orders,
  inspections,
  materials,
  defects,
  templates,
};

export const registerIds = Object.keys(registers) as RegisterId[];

/** Those that every workbook of ours has; the others are made when they are needed. */
export const standingRegisterIds = registerIds.filter((id) => !registers[id].onDemand);

export function fieldOf(register: RegisterId, id: string): Field | undefined {
  return registers[register].fields.find((field) => field.id === id);
}
