import { Stack, Spacer, type Space } from "./surface";
const g: Space = 4;
export const v = <Stack gap={g} align="center"><Spacer /></Stack>;
