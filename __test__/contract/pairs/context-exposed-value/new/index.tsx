import type { Context } from "react";
export interface Prefs { readonly compact: boolean; readonly density: number }
export declare const PrefsContext: Context<Prefs>;
export declare function usePrefs(): Prefs;
