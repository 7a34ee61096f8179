import { Box } from "./surface";
export const a = <Box gap={1} type="submit" />;
