declare function colors(text: string): colors.Styled;
declare namespace colors {
  interface Styled { readonly length: number; toString(): string }
  function red(text: string): Styled;
  function gray(text: string): Styled;
}
export = colors;
