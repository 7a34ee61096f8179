import { useDialog } from "./surface";
export const f = () => useDialog().open({ title: "x", width: 300 });
