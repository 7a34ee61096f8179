export interface Repo<Entity, Key extends keyof Entity = keyof Entity> {
  find(where: Partial<Entity>): Promise<Entity | undefined>;
  by(key: Key, value: Entity[Key]): Promise<Entity[]>;
  with<More>(relation: string): Repo<Entity & More>;
  on<Name extends "saved" | "removed">(e: Name, cb: (entity: Entity, kind: Name) => void): this;
}
export declare function repo<Entity>(name: string): Repo<Entity>;
export {};
