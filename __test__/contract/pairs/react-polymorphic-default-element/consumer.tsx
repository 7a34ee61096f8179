import { Heading, Caption } from "./surface";
export const v = <Caption><Heading htmlFor="x" level={2}>t</Heading></Caption>;
