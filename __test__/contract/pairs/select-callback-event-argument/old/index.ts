import type { JSX, MouseEvent } from "react";
export interface MenuItemProps { id: string; onSelect?: (id: string) => void }
export declare function MenuItem(props: MenuItemProps): JSX.Element;
