import type { Context } from "react";
export interface Prefs { readonly compact: boolean }
export declare const PrefsContext: Context<Prefs>;
export declare function usePrefs(): Prefs;
