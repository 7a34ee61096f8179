import { useDrawer } from "./surface";
export function f() { const [open] = useDrawer(); open({ title: "x", id: "y" }); }
