import { Box } from "./surface";
export const v = <Box as="section" pad={3}>x</Box>;
