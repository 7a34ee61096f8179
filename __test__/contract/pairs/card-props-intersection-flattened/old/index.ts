type WithId = { readonly id: string };
type WithLabel = { label: string; hint?: string };
export type CardModel = WithId & WithLabel & { tags?: string[] };
export declare function card(model: CardModel): CardModel;
