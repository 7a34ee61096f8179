import type { ReactNode } from "react";
function MenuRoot(props: { children?: ReactNode; open: boolean }) { return <nav hidden={!props.open}>{props.children}</nav>; }
function MenuItem(props: { value: string | number; disabled?: boolean }) { return <li>{props.value}</li>; }
export const Menu = Object.assign(MenuRoot, { Item: MenuItem, Gap: () => null });
export type MenuProps = Parameters<typeof MenuRoot>[0];
