import type { FC, ReactNode } from "react";
export interface MenuProps { label: string; children?: ReactNode }
export interface MenuItemProps { onSelect?(): void; disabled?: boolean; children?: ReactNode }
export declare const Menu: FC<MenuProps> & { Item: FC<MenuItemProps>; Separator: FC };
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
