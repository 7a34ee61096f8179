import type { JSX } from "react";
import { default as Other } from "./surface";
export const view: JSX.Element = Other();
