import { Box } from "./surface";
export const view = <Box />;
