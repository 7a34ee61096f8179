import type { JSX } from "react";
import { Caption } from "./surface";
export const view: JSX.Element = Caption({ text: "a" });
