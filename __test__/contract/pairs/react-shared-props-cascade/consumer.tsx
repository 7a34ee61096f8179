import { Chip, Pill } from "./surface";
export const view = [<Chip key="a" tone="plain" />, <Pill key="b" tone="plain" text="x" />];
