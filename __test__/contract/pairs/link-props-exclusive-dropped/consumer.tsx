import { Action, type ActionProps } from "./surface";
const p: ActionProps = { label: "a", href: "/" };
export const a = <><Action {...p} /><Action label="b" onClick={() => {}} /></>;
