import { Stack } from "./surface";
export const a = <Stack style={{ "--stack-gap": "2px" }}>x</Stack>;
