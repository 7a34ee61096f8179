import { Stack } from "./surface";
export const v = <Stack gap="12px" />;
