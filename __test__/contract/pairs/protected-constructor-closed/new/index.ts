export declare class Model { #id: string; protected constructor(id?: string); save(): Promise<this> }
