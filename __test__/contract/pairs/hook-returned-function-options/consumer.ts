import { useDialog, type OpenOptions } from "./surface";
const o: OpenOptions = { title: "x" }; export async function f() { const d = useDialog(); if (!d.isOpen) return (await d.open(o)) === "ok"; return d.open({ title: "", modal: true }); }
