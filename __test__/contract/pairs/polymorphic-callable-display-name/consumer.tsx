import { Heading, useHeadingLevel } from "./surface";
export function H() { return <Heading as="h2" size={useHeadingLevel()} id="x" />; }
