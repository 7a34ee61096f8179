import { Checkbox } from "./surface";
export const a = <Checkbox checked slotProps={{ input: { id: "x" } }} />;
