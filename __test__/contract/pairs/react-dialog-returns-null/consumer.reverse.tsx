import { Dialog, DIALOG_LIMIT, type DialogProps } from "./surface";
const base: DialogProps = { open: true, title: "Hi", onDismiss() {} };
export const v = <div data-limit={DIALOG_LIMIT}><Dialog {...base}>text</Dialog></div>;
export function Wrapped(p: { on: boolean }) { return p.on ? <Dialog {...base} /> : null; }
