type DeepPartial<T> = T extends (...args: never[]) => unknown ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
interface Theme { palette: { fg: string; bg: string }; space: (n: number) => string; radius: number }
export declare function createTheme(overrides?: DeepPartial<Theme>): Theme;
export declare function useThemeName(): string;
export type Modifier = "ctrl" | "shift" | "alt";
export type Hotkey = `${Modifier}+${string}` | `f${number}`;
export declare function useHotkey(key: Hotkey, run: (event: KeyboardEvent) => void, deps?: readonly unknown[]): void;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
