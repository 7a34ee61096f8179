import { Stack } from "./surface";
export const a = <Stack style={{ color: "red", margin: 1 }}>x</Stack>;
