import { Stack } from "./surface";
export const a = <Stack as="ul" rowGap="auto" />;
