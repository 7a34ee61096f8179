import { Stack } from "./surface";
export const a = <Stack as="a" href="/x" gap={2}>hi</Stack>;
