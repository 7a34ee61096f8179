import { Chip, type ChipProps } from "./surface";
const p: ChipProps = { label: "a", colour: "red" }; export const a = <><Chip {...p} /><Chip label="x" /></>;
