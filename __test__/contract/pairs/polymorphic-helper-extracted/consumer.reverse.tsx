import { Box } from "./surface";
export const a = <><Box gap={2} id="x" /><Box as="a" href="/" gap={1}>l</Box><Box as="button" type="submit" /></>;
