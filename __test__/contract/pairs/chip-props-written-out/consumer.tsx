import { Chip, type ChipProps } from "./surface";
const p: ChipProps = { label: "x" };
const r: Record<string, unknown> = p;
export const a = [<Chip key="1" {...p} onRemove={() => {}} />, r];
export function labelled(x: ChipProps): string { return x.label + (x.onRemove ? "!" : ""); }
