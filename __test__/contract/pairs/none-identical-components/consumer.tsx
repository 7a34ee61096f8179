import { Text, Trigger, useOpen } from "./surface";
export const V = () => <Text as="h1" title={String(useOpen())}><Trigger>x</Trigger></Text>;
