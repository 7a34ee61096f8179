import type { ComponentProps } from "react";
import { Panel } from "./surface";
const p: ComponentProps<typeof Panel> = { title: "x", collapsed: true };
export const a = <Panel {...p}>x</Panel>;
