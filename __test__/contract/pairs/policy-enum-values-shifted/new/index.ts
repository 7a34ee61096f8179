export enum Step { Idea, Draft, Review, Done }
export declare function step(id: string): Step;
