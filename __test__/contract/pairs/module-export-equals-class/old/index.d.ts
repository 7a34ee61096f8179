declare class Parser { constructor(lang: string); parse(text: string): Parser.Tree; readonly lang: string }
declare namespace Parser { interface Tree { readonly root: string; readonly size: number } }
export = Parser;
