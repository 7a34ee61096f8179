import { state } from "./surface";
export function label(): string {
  const s = state();
  if (s === "on") return "On";
  if (s === "off") return "Off";
  const rest: never = s;
  return rest;
}
