import { defects } from "./defects";
import { inspections } from "./inspections";
import { orders } from "./orders";
import type { Field, Register, RegisterId } from "./register";

export const registers: Readonly<Record<RegisterId, Register>> = { orders, inspections, defects };

export const registerIds = Object.keys(registers) as RegisterId[];

export function fieldOf(register: RegisterId, id: string): Field | undefined {
  return registers[register].fields.find((field) => field.id === id);
}
