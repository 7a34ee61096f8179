import type { JSX } from "react";
import { Row } from "./surface";
export const view: JSX.Element = Row({ text: "a" });
