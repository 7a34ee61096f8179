export class FileJob {
  constructor(readonly id: string) {}
  protected state: "idle" | "busy" = "idle";
  start(): void { this.state = "busy"; }
  read(): string { return this.id; }
}
export const jobs: FileJob[] = [];
export interface TokenMap { readonly space: readonly number[]; readonly font: { readonly body: string; readonly mono: string } }
export declare const tokens2: TokenMap;
export declare function tokenVar<K extends keyof TokenMap>(group: K): `--${K}`;
