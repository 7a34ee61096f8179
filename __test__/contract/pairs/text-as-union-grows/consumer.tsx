import { Text, type TextProps } from "./surface";
const as: "p" | "span" = "p"; const props: TextProps = { as, children: 1 };
export const a = <><Text {...props} /><Text as="span" weight={700}>x</Text></>;
