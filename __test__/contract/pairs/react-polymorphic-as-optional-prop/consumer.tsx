import { Box, unit } from "./surface";
export const v = <Box as="a" href="#x" gap={2}><Box title={unit(2)}>x</Box></Box>;
