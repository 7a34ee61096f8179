export class Repo {
  protected cache: string[] = [];
  list(): string[] {
    return [];
  }
}
