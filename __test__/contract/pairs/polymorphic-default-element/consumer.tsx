import { Box } from "./surface";
export const a = <Box disabled tone="a">Save</Box>;
