import { Panel, PanelGroup, type PanelProps } from "./surface";
import type { ComponentProps } from "react";
const p: PanelProps = { heading: "x" };
const q: ComponentProps<typeof Panel> = { heading: "y", children: "z" };
export const v = <PanelGroup columns={2}><Panel {...p} /><Panel {...q} actions={<i />}>text</Panel></PanelGroup>;
