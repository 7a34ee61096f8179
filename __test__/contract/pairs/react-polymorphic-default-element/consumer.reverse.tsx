import { Heading } from "./surface";
export const v = <Heading href="#t">t</Heading>;
