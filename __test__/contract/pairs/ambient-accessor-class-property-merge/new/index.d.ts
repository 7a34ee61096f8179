export interface Geometry { readonly area: number }
declare class ShapeImpl implements Geometry { private constructor();
  private _cached;
  private _dirty; readonly area: number; scale(by: number): this; static parse(s: string): ShapeImpl }
export { ShapeImpl as Shape };
export declare function union(...s: ShapeImpl[]): ShapeImpl;
