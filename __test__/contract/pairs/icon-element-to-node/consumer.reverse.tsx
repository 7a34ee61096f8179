import { IconButton } from "./surface";
export const a = <IconButton icon="★" label="y" />;
