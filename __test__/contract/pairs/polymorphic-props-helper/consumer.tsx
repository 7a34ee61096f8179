import { Text, type TextProps } from "./surface";
const p: TextProps<"label"> = { as: "label", htmlFor: "x", truncate: true };
export const a = [<Text key="1" {...p} />, <Text key="2" as="a" href="/x" weight="bold">y</Text>, <Text key="3">z</Text>];
