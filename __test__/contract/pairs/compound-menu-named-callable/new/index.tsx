import type { FC, ReactNode } from "react";
export interface MenuProps { label: string; children?: ReactNode }
export interface MenuItemProps { onSelect?(): void; disabled?: boolean; children?: ReactNode }
interface MenuComponent extends FC<MenuProps> { Item: FC<MenuItemProps>; Separator: FC }
export declare const Menu: MenuComponent;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
