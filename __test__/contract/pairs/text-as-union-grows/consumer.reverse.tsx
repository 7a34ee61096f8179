import { Text } from "./surface";
export const a = <Text as="label">Name</Text>;
