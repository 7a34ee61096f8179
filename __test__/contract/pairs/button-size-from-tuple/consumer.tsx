import { Button, type ButtonProps, type Size } from "./surface";
const all: Record<Size, number> = { sm: 1, md: 2, lg: 3 };
const p: ButtonProps = { size: "sm", label: "x" };
export const a = [<Button key="a" {...p} />, <Button key="b" size="lg" label="b" />, all.md];
export function f(s: Size): string { switch (s) { case "sm": return "s"; case "md": return "m"; case "lg": return "l"; } }
