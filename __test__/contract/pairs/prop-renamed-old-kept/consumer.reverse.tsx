import { Chip } from "./surface";
export const a = <Chip label="x" color="blue" />;
