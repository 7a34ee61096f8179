export interface Tap {
  name: string;
}
export declare class Unset {
  private constructor();
  private unset;
}
type IfSet<X> = X extends Unset ? { stage?: number } : X;
export declare class Hook<T, Options = Unset> {
  tap(options: string | (Tap & IfSet<Options>), run: (value: T) => void): void;
}
