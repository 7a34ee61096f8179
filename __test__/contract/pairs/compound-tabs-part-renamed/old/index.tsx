import type { FC, PropsWithChildren, ReactNode } from "react";
interface TabProps { id: string; title: ReactNode }
interface TabsType extends FC<PropsWithChildren<{ selected?: string }>> {
  Tab: FC<PropsWithChildren<TabProps>>;
  Panel: FC<PropsWithChildren<{ for: string }>>;
}
export declare const Tabs: TabsType;
export declare function useTabs(): { readonly selected: string | undefined };
