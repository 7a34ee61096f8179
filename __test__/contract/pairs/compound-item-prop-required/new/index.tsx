import type { FC, ReactNode } from "react";
interface ItemProps { value: string; icon?: ReactNode; children?: ReactNode }
export declare const Menu: FC<{ children?: ReactNode }> & { Item: FC<ItemProps> };
