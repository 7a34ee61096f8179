export interface BuildHooks { resolve?(id: string, importer: string): string | null; transform?(code: string, id: string): { code: string; map?: string } | null }
export interface PluginObject extends BuildHooks { name: string; enforce?: "pre" | "post" }
export declare function definePlugin(make: () => PluginObject): { readonly name: string };
