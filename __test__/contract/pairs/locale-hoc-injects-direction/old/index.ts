import type { ComponentType } from "react";
export interface Injected { locale: string }
export declare function withLocale<P extends object>(Inner: ComponentType<P & Injected>): ComponentType<P>;
