import { Chip, Dot } from "./surface";
export const view = [<Chip key="a" tone="calm" />, <Dot key="b" tone="loud" />];
