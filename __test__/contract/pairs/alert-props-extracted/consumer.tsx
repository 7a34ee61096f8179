import type { ComponentProps } from "react";
import { Alert } from "./surface";
const p: ComponentProps<typeof Alert> = { tone: "info", children: "x" };
export const a = [<Alert key="1" {...p} />, <Alert key="2" tone="error" title="t">x</Alert>];
