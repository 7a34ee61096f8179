export type CardModel = { readonly id: string; label: string; hint?: string; tags?: string[] };
export declare function card(model: CardModel): CardModel;
