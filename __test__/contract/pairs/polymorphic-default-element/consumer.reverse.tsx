import { Box } from "./surface";
export const a = <Box href="/home" tone="a">Home</Box>;
