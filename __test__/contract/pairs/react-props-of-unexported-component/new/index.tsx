import type { ComponentProps, ReactNode } from "react";
function Item(p: { icon: string; text: string; onRun: () => void }) { return <button onClick={p.onRun}>{p.icon}{p.text}</button>; }
export function Toolbar({ items, end }: { items: readonly ComponentProps<typeof Item>[]; end?: ReactNode }) { return <div>{items.map(i => <Item key={i.icon} {...i} />)}{end}</div>; }
export type ToolbarItem = { readonly group: number };
